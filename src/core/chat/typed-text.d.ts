/** Brings a text into the form that is read: NFKC, so that full-width letters work, and nothing around it. */
export declare function normalise(text: string): string;
/** As much of a refused text as a message may repeat: never a secret. */
export declare function shown(text: string): string;
/** Names the first character that a pattern finds, for a message; empty where it finds none. One that cannot be seen gets its number. */
export declare function characterIn(text: string, pattern: RegExp): string;
/** A character as it is; its number (`U+200B`) where it cannot be seen. */
export declare function nameOf(character: string): string;

/** Characters that nobody sees: they hide or fake text, or were copied along by accident. */
/** Takes the invisible characters out of a text. */
export declare function withoutInvisible(text: string): string;
/** Gives the first invisible character of a text; null where there is none. */
export declare function firstInvisible(text: string): string | null;

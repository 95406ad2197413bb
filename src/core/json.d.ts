/** JSON from outside, looked into without trusting it. */
export type JsonRecord = Readonly<Record<string, unknown>>;
/** Tells whether a value is an object with named fields. */
export declare function isRecord(value: unknown): value is JsonRecord;
/** The value where it is an object, else one without fields. */
export declare function asRecord(value: unknown): JsonRecord;
/** The value where it is a list, else an empty one. */
export declare function asList(value: unknown): readonly unknown[];

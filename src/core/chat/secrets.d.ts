/**
 * Gives a text as it may be stored, shown and logged: cut where a secret begins, whatever its spelling (`?key=`, `#key=`,
 * `%3Fkey%3D`, full-width letters). A text without a secret comes back unchanged.
 */
export declare function withoutSecrets(text: string): string;

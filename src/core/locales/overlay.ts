/** Puts words that hold in one case only over the words that hold elsewhere. */

/** Some of the texts of a catalogue, in the same places. */
export type Overlay<T> = {
  readonly [K in keyof T]?: T[K] extends string | ((...args: never[]) => unknown) ? T[K] : Overlay<T[K]>;
};

/** The texts with those of the overlay in their places. Neither is changed. */
export function overlaid<T extends object>(texts: T, overlay: Overlay<T>): T {
  const changed = Object.entries(overlay).map(([key, over]) => {
    const under: unknown = (texts as Record<string, unknown>)[key];
    return [key, isSection(under) && isSection(over) ? overlaid(under, over) : over] as const;
  });
  return { ...texts, ...Object.fromEntries(changed) };
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

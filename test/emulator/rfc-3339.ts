/** RFC 3339 times to the microsecond, as the Chat API writes them: `2026-08-17T16:28:42.882944Z`. */

const RFC_3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** Microseconds since the epoch; null for a text that is no such time. What is finer is cut off. */
export function microsOf(text: string): number | null {
  const [, second = '', fraction = '', zone = ''] = RFC_3339.exec(text) ?? [];
  const milliseconds = Date.parse(second + zone);
  if (Number.isNaN(milliseconds)) return null;
  return milliseconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** Numbers as both languages write them. */

/** Puts commas between thousands: `12,345`. */
export function grouped(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

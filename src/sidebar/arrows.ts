/** Where arrow keys lead in a row or a column of things, round and round. */

export function arrowTarget(
  key: string,
  at: number,
  count: number,
  direction: 'horizontal' | 'vertical',
): number | null {
  const [next, previous] =
    direction === 'horizontal' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
  if (count === 0) return null;
  switch (key) {
    case next:
      return (at + 1) % count;
    case previous:
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

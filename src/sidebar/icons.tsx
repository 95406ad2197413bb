/** Small signs beside words. They never stand alone: each has its text, so screen readers skip them. */

const PATHS = {
  check: 'M4 10.5 8.2 14.7 16 6.5',
  minus: 'M5 10h10',
  question: 'M7.3 7.6a2.8 2.8 0 1 1 4 2.5c-.9.5-1.3 1-1.3 2M10 14.9v.1',
  letter: 'M3.5 5.5h13v9h-13zM3.5 6l6.5 5 6.5-5',
  cross: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  warning: 'M10 3 18 16.5H2zM10 8v4M10 14.2v.1',
  info: 'M10 9v5M10 6v.1M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z',
  outside: 'M8 5H4.5v10.5H15V12M11 4.5h5v5M16 4.5l-7.5 7.5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

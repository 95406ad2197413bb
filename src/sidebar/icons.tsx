/** Small signs beside words. They never stand alone: each has its text, so screen readers skip them. */

const PATHS = {
  check: 'M4 12.5 9.5 18 20 6.5',
  minus: 'M5 12h14',
  question: 'M8 8.8a4 4 0 1 1 5.8 3.6c-1.2.7-1.8 1.4-1.8 2.8M12 19.2v.1',
  letter: 'M5 5.5h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM4 7.5l8 6 8-6',
  cross: 'm6 6 12 12M18 6 6 18',
  warning: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1',
  shield: 'M12 3 4.5 6v6c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V6z',
  outside: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  more: 'M12 5v.1M12 12v.1M12 19v.1',
  down: 'm5 9 7 7 7-7',
  right: 'm9 5 7 7-7 7',
  back: 'm15 5-7 7 7 7',
  table: 'M3.5 5h17v14h-17zM3.5 10h17M3.5 14.5h17M9.5 5v14',
  people:
    'M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.6-3.6 3.2-5.3 6.5-5.3s5.9 1.7 6.5 5.3M16 5.4a3.3 3.3 0 0 1 0 6.2M18 14.7c2 .7 3.2 2.3 3.6 4.8',
  space: 'M4 5h16v11H11l-4.5 4v-4H4z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.8-4 4-6 8-6s7.2 2 8 6',
  pencil: 'm4 20 1-4.5L16.5 4 20 7.5 8.5 19z',
  again: 'M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2',
  settings:
    'M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.3 9.6a2.8 2.8 0 1 1 4 2.5c-.9.5-1.3 1-1.3 1.9M12 17v.1',
  flag: 'M5 21V4h13l-3 4.5 3 4.5H5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      stroke-width={name === 'more' ? 3.4 : undefined}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** What the preview's own page says, in English and Japanese. */
const en = { grid: { all: 'Select all', empty: 'empty' } };

export type Words = typeof en;

const ja: Words = { grid: { all: 'すべて選択', empty: '空' } };

export const WORDS = { en, ja };

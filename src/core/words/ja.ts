/** The Japanese catalogue, section by section. */
import type { Words } from './words';
import { answers } from './ja/answers';
import { menu } from './ja/menu';

export const ja: Words = { ...answers, menu };

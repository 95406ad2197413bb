/** The English catalogue, section by section. Its shape is the type of every catalogue. */
import { answers } from './en/answers';
import { menu } from './en/menu';

export const en = { ...answers, menu };

/** What Google answered. Made by npm run conformance -- --answers FILE: do not edit. */
import type { KeptAnswers } from './answers';

export const KEPT: KeptAnswers = {};

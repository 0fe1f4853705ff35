import { cleanText, maskNames, maskPersonalData } from '../language/index.js';

const LONGEST_TEXT = 300;

/** A message as it may be kept: numbers, addresses and names of people masked, blanks and signs put in order, cut where it is long. */
export function maskQuestion(text: string): string {
  return maskNames(maskPersonalData(cleanText(text), { phones: true })).slice(0, LONGEST_TEXT);
}

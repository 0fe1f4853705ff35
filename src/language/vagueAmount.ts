import type { Amount } from './moneyContext.js';
import { UNITS, VAGUE } from './moneyUnits.js';
import type { Word } from './words.js';

/** "vài triệu", "mấy trăm nghìn", "mươi triệu", "dăm ba triệu": an amount that has to be asked for. */
export function vagueAmountAt(words: readonly Word[], at: number): Amount | undefined {
  if (!beginsVague(words, at)) return undefined;
  for (let next = at + 1; next <= at + 3; next += 1) {
    const text = words[next]?.text ?? '';
    if (UNITS[text] && text !== 'k' && text !== 'cu')
      return { value: 0, from: at, next: next + 1, doubt: 'vague' };
    if (!/^(?:tram|chuc|muoi|nhieu|ba|bay)$/u.test(text)) return undefined;
  }
  return undefined;
}

/** "năm ba", "năm bảy" are some, as people say it. */
function beginsVague(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  const some = word?.text === 'nam' && (next?.text === 'ba' || next?.text === 'bay');
  return VAGUE.test(word?.text ?? '') || word?.raw === 'mươi' || some;
}

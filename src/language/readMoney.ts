import type { Amount } from './moneyContext.js';
import { MoneyParser } from './MoneyParser.js';
import { NONE, type None, type Range, type Unclear, type UnclearReason, type Value } from './Reading.js';
import { joinWords, slice, splitWords, type Message, type Word } from './words.js';

/** The period an amount is said for. */
export type Per = 'month' | 'day' | 'year';

/** An amount of money in whole đồng; `per` when the message says so ("200k một ngày"). */
export type MoneyReading =
  | (Value<number> & { readonly per?: Per })
  | (Range<number> & { readonly per?: Per })
  | (Unclear<number, UnclearReason> & { readonly candidates?: readonly number[]; readonly per?: Per })
  | None;

/**
 * The amount of money a message names, in whole đồng: "2tr", "1tr5", "2,5 triệu", "hai triệu rưỡi", "3 củ", "1.500.000",
 * "5tr873k". A bare small number, "vài triệu", "trên 3 triệu", slang that differs by region and two different amounts are
 * `unclear` with a suggestion where one can be made; "5tr 2 đứa" is five million.
 */
export function readMoney(text: string): MoneyReading {
  const message = splitWords(text);
  const found = new MoneyParser(message.words).amounts();
  const sure = found.filter((amount) => amount.doubt === undefined);
  if (sure.length === 0) return found[0] ? unclear(message, found[0]) : NONE;
  const chosen = choose(message.words, sure);
  if (!chosen) {
    return {
      status: 'unclear',
      reason: 'several',
      candidates: [...new Set(sure.map((amount) => amount.value))],
    };
  }
  const matched = slice(message, chosen.from, chosen.next);
  const per = chosen.per ? { per: chosen.per } : {};
  if (chosen.upTo !== undefined)
    return { status: 'range', from: chosen.value, to: chosen.upTo, matched, ...per };
  return {
    status: 'value',
    value: chosen.value,
    matched,
    ...per,
    ...(chosen.approximate ? { approximate: true } : {}),
  };
}

/** One amount, or the one said to be the level to pay on; undefined where several stand side by side. */
function choose(words: readonly Word[], amounts: readonly Amount[]): Amount | undefined {
  const level = amounts.filter((amount, at) => amount.asLevel === true || isAlternative(words, amounts, at));
  const rest = level.length > 0 ? level : amounts;
  const first = rest[0];
  return rest.every((amount) => amount.value === first?.value && amount.upTo === first.upTo)
    ? first
    : undefined;
}

/** "mức 2 triệu hoặc 3 triệu": the second is said as the level too. */
function isAlternative(words: readonly Word[], amounts: readonly Amount[], at: number): boolean {
  const [before, amount] = [amounts[at - 1], amounts[at]];
  if (before?.asLevel !== true || amount === undefined) return false;
  return /^(?:hoac|hay)(?: la)?(?: muc)?$/u.test(joinWords(words.slice(before.next, amount.from)));
}

function unclear(message: Message, amount: Amount): MoneyReading {
  return {
    status: 'unclear',
    reason: amount.doubt ?? 'ambiguous',
    matched: slice(message, amount.from, amount.next),
    ...(amount.value > 0 ? { suggestion: amount.value } : {}),
    ...(amount.per ? { per: amount.per } : {}),
  };
}

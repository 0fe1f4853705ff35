import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { digitWord } from './quantity.js';
import { plainText, splitWords } from './words.js';

/** One of the answers offered with a question. */
export interface Choice<T extends string = string> {
  readonly value: T;
  readonly label: string;
  readonly synonyms?: readonly string[];
}

export type ChoiceReading<T extends string = string> =
  Value<T> | (Unclear<T, 'several' | 'out_of_range'> & { readonly candidates?: readonly T[] }) | None;

const POLITE =
  /^(?:(?:da|a|vang|chon|toi chon|em chon|minh chon|lay|cho (?:toi|em|minh)|chac|thi|la) )+|(?: (?:a|nhe|nha|di|day|ad|em|thoi|ban oi))+$/gu;

/**
 * Which of the offered answers a person chose: by number ("1", "số 2", "cái thứ hai", "cuối"), by label or synonym with or
 * without marks, by an unambiguous beginning, or by a label said inside a short sentence.
 */
export function readChoice<T extends string>(text: string, choices: readonly Choice<T>[]): ChoiceReading<T> {
  const said = plainText(text).replace(POLITE, '').trim();
  if (said === '') return NONE;
  const names = choices.map((choice) => ({
    choice,
    names: [choice.label, choice.value, ...(choice.synonyms ?? [])].map(plainName),
  }));
  const pick = (found: readonly Choice<T>[]): ChoiceReading<T> | undefined => {
    const values = [...new Set(found.map((choice) => choice.value))];
    if (values.length === 1 && values[0] !== undefined)
      return { status: 'value', value: values[0], matched: text.trim() };
    return values.length > 1 ? { status: 'unclear', reason: 'several', candidates: values } : undefined;
  };
  const matching = (test: (name: string) => boolean): readonly Choice<T>[] =>
    names
      .filter((entry) => entry.names.some((name) => name !== '' && test(name)))
      .map((entry) => entry.choice);
  const exact = pick(matching((name) => name === said));
  if (exact?.status === 'value') return exact;
  const position = positionOf(text, said, choices.length);
  if (position !== undefined) {
    const chosen = choices[position - 1];
    return chosen
      ? { status: 'value', value: chosen.value, matched: text.trim() }
      : { status: 'unclear', reason: 'out_of_range' };
  }
  const beginning = said.length >= 2 ? pick(matching((name) => name.startsWith(said))) : undefined;
  if (beginning) return beginning;
  return pick(longest(said, names)) ?? NONE;
}

/** Labels said inside the message; one that lies within another said label does not count. */
function longest<T extends string>(
  said: string,
  names: readonly { choice: Choice<T>; names: readonly string[] }[],
): readonly Choice<T>[] {
  if (said.split(' ').length > 12) return [];
  const inside = names.flatMap(({ choice, names: own }) =>
    own
      .filter((name) => name.length >= 2 && ` ${said} `.includes(` ${name} `))
      .map((name) => ({ choice, name })),
  );
  return inside
    .filter(
      ({ name }) => !inside.some((other) => other.name !== name && ` ${other.name} `.includes(` ${name} `)),
    )
    .map(({ choice }) => choice);
}

/** Labels may carry their own number ("1. Mức đóng"). */
function plainName(label: string): string {
  return plainText(label.replace(/^\s*\d+\s*[.)]\s*/u, '')).replace(/_/gu, ' ');
}

function positionOf(text: string, said: string, count: number): number | undefined {
  const numbered =
    /^(?:so|cau|cai|muc|y|nut|lua chon|phuong an|dap an|thu|cai thu|so thu|cai so|dong)? ?(\d{1,2})$/u.exec(
      said,
    );
  if (numbered) return Number(numbered[1]);
  if (/^(?:cai |y |so )?(?:dau|dau tien|thu nhat|nhat|tren cung)$/u.test(said)) return 1;
  if (/^(?:cai |y )?(?:cuoi|cuoi cung|sau cung|duoi cung)$/u.test(said)) return count;
  const words = splitWords(text).words.filter((word) => word.kind === 'word');
  const last = words.at(-1);
  if (words.length <= 3 && /^(?:(?:so|cau|cai|muc|y|thu|cai thu|so thu) )?\S+$/u.test(said) && last) {
    const digit = digitWord(last);
    if (digit !== undefined && digit > 0 && digit <= count) return digit;
  }
  return undefined;
}

import type { UnclearReason } from './Reading.js';
import type { Word } from './words.js';

/** An amount at a place in a message; `doubt` says why it may not be used without asking. */
export interface Amount {
  readonly value: number;
  readonly upTo?: number;
  readonly from: number;
  readonly next: number;
  readonly per?: 'month' | 'day' | 'year';
  readonly doubt?: UnclearReason;
  readonly approximate?: boolean;
  /** Said as the level to pay on ("mức", "chọn"). */
  readonly asLevel?: boolean;
}

const PERIODS: Readonly<Record<string, 'month' | 'day' | 'year'>> = {
  thang: 'month',
  th: 'month',
  thag: 'month',
  ngay: 'day',
  nam: 'year',
};

/** The amount with what the words around it say: for which period, about or over, as the level to pay on. */
export function withContext(words: readonly Word[], amount: Amount): Amount {
  const before = words.slice(Math.max(0, amount.from - 4), amount.from).map((word) => word.text);
  const last = before.at(-1) ?? '';
  const hourly = words[amount.next]?.text === '/' ? words[amount.next + 1]?.text : '';
  const per = periodAfter(words, amount.next) ?? periodBefore(words, amount.from);
  const bound =
    (words[amount.from - 1]?.text === '$' ? 'foreign_currency' : amount.doubt) ??
    (/^(?:hon|tren|duoi|chua)$/u.test(last) ||
    /(?:it nhat|toi da|toi thieu|khong qua|(?:chua|khong) (?:toi|den))$/u.test(before.join(' '))
      ? 'bound'
      : doubtAfter(words, amount.next));
  const doubt = hourly === 'gio' || hourly === 'ca' || hourly === 'h' ? 'per_hour' : bound;
  return {
    ...amount,
    ...(doubt === 'foreign_currency' ? { value: 0 } : {}),
    ...(doubt ? { doubt } : {}),
    ...(per ? { per } : {}),
    ...(/^(?:khoang|tam|co|gan|chung)$/u.test(last) ? { approximate: true } : {}),
    ...(/(?:^| )(?:muc|chon|dong theo)(?: (?:la|thu nhap|dong))?(?: \S+)?$/u.test(before.join(' '))
      ? { asLevel: true }
      : {}),
  };
}

/** "2 triệu trở lên", "3 triệu đổ lại", "3 triệu hơn" are bounds; "3 triệu mấy" leaves open how much. */
function doubtAfter(words: readonly Word[], at: number): UnclearReason | undefined {
  const [first, second] = [words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  if (/^(?:tro|do)$/u.test(first) && /^(?:len|xuong|lai)$/u.test(second)) return 'bound';
  // "4 triệu lẻ": and some more.
  if (first === 'le' && (words.length === at + 1 || words[at + 1]?.kind === 'mark')) return 'vague';
  if (first === 'hon' && (words.length === at + 1 || words[at + 1]?.kind === 'mark')) return 'bound';
  return first === 'may' && !/^(?:gio|nguoi|thang|nam|dua)$/u.test(second) ? 'vague' : undefined;
}

function periodAfter(words: readonly Word[], at: number): 'month' | 'day' | 'year' | undefined {
  const [first, second] = [words[at]?.text ?? '', words[at + 1]?.text ?? ''];
  if (/^(?:\/|mot|1|moi|hang|tung|tren)$/u.test(first)) {
    const period = PERIODS[second];
    return period === 'year' && (first === '1' || first === 'mot') && !earns(words) ? undefined : period;
  }
  return first === 'thang' && words[at + 1]?.kind !== 'number' ? 'month' : undefined;
}

function periodBefore(words: readonly Word[], at: number): 'month' | 'day' | 'year' | undefined {
  for (let back = 1; back <= 6; back += 1) {
    const word = words[at - back];
    if (!word) return undefined;
    const lead = words[at - back - 1]?.text ?? '';
    const period = PERIODS[word.text];
    if (period && /^(?:moi|hang|tung|1|mot)$/u.test(lead))
      return period === 'year' && !earns(words) ? undefined : period;
    if (word.text === 'thang' && lead === 'luong' && back === 1) return 'month';
    if (word.text === 'ngay' && back <= 2 && lead !== 'ngay' && earns(words)) return 'day';
  }
  return undefined;
}

function earns(words: readonly Word[]): boolean {
  return words.some((word) => /^(?:kiem|luong|nhap|loi|lai|ban|lam)$/u.test(word.text));
}

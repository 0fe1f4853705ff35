import { bareAmountAt, countsAt, isInDate } from './bareAmount.js';
import { withContext, type Amount } from './moneyContext.js';
import {
  BILLION,
  DONG,
  GLUED_UNITS,
  GOODS,
  isForeign,
  MILLION,
  PERSON_OR_THING,
  SLANG,
  THOUSAND,
  UNITS,
  VAGUE,
} from './moneyUnits.js';
import { digitWord, readQuantity, readQuantityOf, saysHalf, type Quantity } from './quantity.js';
import type { UnclearReason } from './Reading.js';
import { vagueAmountAt } from './vagueAmount.js';
import type { Word } from './words.js';

interface Unit {
  readonly size: number;
  readonly next: number;
  readonly doubt?: UnclearReason;
}

/** What stands after an amount's unit and adds to it. */
interface Tail {
  readonly value: number;
  readonly next: number;
  readonly size: number;
  readonly last: boolean;
  readonly doubt?: UnclearReason;
}

/** Finds the amounts of money in the words of a message. */
export class MoneyParser {
  constructor(private readonly words: readonly Word[]) {}

  /** Every amount, in reading order; bare numbers only where nothing better is said. */
  amounts(): readonly Amount[] {
    const clear: Amount[] = [];
    const bare: Amount[] = [];
    for (let at = 0; at < this.words.length;) {
      const amount = this.amountAt(at);
      if (amount) {
        clear.push(withContext(this.words, amount));
        at = amount.next;
        continue;
      }
      const number = bareAmountAt(this.words, at);
      if (number) bare.push(withContext(this.words, number));
      at += number ? number.next - at : 1;
    }
    return clear.length > 0 ? clear : bare;
  }

  private amountAt(at: number): Amount | undefined {
    const first = vagueAmountAt(this.words, at) ?? this.rangeAt(at) ?? this.sumAt(at) ?? this.looseAt(at);
    if (!first || first.upTo !== undefined || first.doubt) return first;
    const joint = this.words[first.next]?.text ?? '';
    const upper = /^(?:-|–|—|~|den|toi)$/u.test(joint)
      ? (this.sumAt(first.next + 1) ?? this.looseAt(first.next + 1))
      : undefined;
    if (!upper || upper.doubt || upper.upTo !== undefined || upper.value <= first.value) return first;
    return { value: first.value, upTo: upper.value, from: at, next: upper.next };
  }

  /** "3-5 triệu", "3 đến 5 triệu", "15 20 củ", "hai ba triệu": the unit is said once, at the end. */
  private rangeAt(at: number): Amount | undefined {
    const pair = this.pairAt(at);
    if (!pair) return undefined;
    const second = readQuantity(this.words, pair.secondAt);
    const upper = this.sumAt(pair.secondAt) ?? (second?.hundreds ? this.looseAt(pair.secondAt) : undefined);
    if (!second || !upper || upper.doubt) return undefined;
    const unit = this.unitAfter(second)?.size ?? (second.hundreds ? THOUSAND : undefined);
    if (!unit || pair.first >= THOUSAND) return undefined;
    const from = Math.round(pair.first * sharedHundred(pair.first, second) * unit);
    return from < upper.value ? { value: from, upTo: upper.value, from: at, next: upper.next } : undefined;
  }

  private pairAt(at: number): { first: number; secondAt: number } | undefined {
    const word = this.words[at];
    const folded = this.words[at - 1]?.text ?? '';
    if (!word || /^(?:thang|ngay|quy|lop|t|nam)$/u.test(folded)) return undefined;
    const spelled = digitWord(word);
    const follower = this.words[at + 1];
    if (spelled !== undefined && digitWord(follower) === spelled + 1)
      return { first: spelled, secondAt: at + 1 };
    const first = readQuantity(this.words, at);
    if (!first || first.hundreds) return undefined;
    const joint = this.words[first.next];
    if (joint && /^(?:-|–|—|~|den|toi|hoac|hay)$/u.test(joint.text))
      return { first: first.value, secondAt: first.next + 1 };
    const comma = joint?.text === ',' && joint.glued;
    const second = this.words[comma ? first.next + 1 : first.next];
    if (!first.spelled && second?.kind === 'number' && !second.glued && second.value > first.value)
      return { first: first.value, secondAt: comma ? first.next + 1 : first.next };
    return undefined;
  }

  /** A number with a unit and what is added to it: "2 triệu 300 nghìn", "5tr873k387đ", "1tr5", "ba triệu rưỡi". */
  private sumAt(at: number): Amount | undefined {
    const list = this.listedAt(at);
    if (list) return list;
    const quantity =
      this.fractionAt(at) ??
      readQuantityOf(this.words, at, (_word, number) => this.unitAfter(number) !== undefined);
    const unit = quantity ? this.unitAfter(quantity) : this.bareUnitAt(at);
    if (!unit) return undefined;
    if (quantity && !quantity.spelled && quantity.next === at + 1 && this.isTrap(at, unit)) return undefined;
    let total = Math.round((quantity?.value ?? 1) * unit.size);
    let next = unit.next;
    let size = unit.size;
    let full = false;
    let { doubt } = unit;
    while (!full) {
      const tail = this.tailAt(next, size, next > unit.next || quantity !== undefined);
      if (!tail) break;
      total += tail.value;
      next = tail.next;
      size = tail.size;
      full = tail.last;
      doubt ??= tail.doubt;
    }
    if (!quantity && total === unit.size) return undefined;
    const end = DONG.test(this.words[next]?.text ?? '') ? next + 1 : next;
    if (isForeign(this.words, end)) return { value: 0, from: at, next: end + 1, doubt: 'foreign_currency' };
    return { value: total, from: at, next: end, ...(doubt ? { doubt } : {}) };
  }

  /** "1/2 triệu"; a day and month have no unit of money behind them. */
  private fractionAt(at: number): Quantity | undefined {
    const [over, line, under] = [this.words[at], this.words[at + 1], this.words[at + 2]];
    if (over?.kind !== 'number' || line?.text !== '/' || under?.kind !== 'number') return undefined;
    if (!(over.value > 0 && over.value < under.value && under.value < 10)) return undefined;
    const fraction = { value: over.value / under.value, next: at + 3, spelled: true, hundreds: false };
    return this.unitAfter(fraction) ? fraction : undefined;
  }

  /** "7,8 củ", "200,300k": two figures with a comma between, read as from–to. */
  private listedAt(at: number): Amount | undefined {
    const word = this.words[at];
    const unit = this.words[at + 1]?.text ?? '';
    const parts = /^(\d{1,3}),(\d{1,3})$/u.exec(word?.raw ?? '');
    if (!parts) return undefined;
    const [low, high] = [Number(parts[1]), Number(parts[2])];
    const size =
      unit === 'cu' && high === low + 1 ? MILLION : unit === 'k' && high > low ? THOUSAND : undefined;
    return size ? { value: low * size, upTo: high * size, from: at, next: at + 2 } : undefined;
  }

  private tailAt(at: number, unit: number, counted: boolean): Tail | undefined {
    const word = this.words[at];
    if (!word) return undefined;
    if (saysHalf(word)) return { value: unit / 2, next: at + 1, size: 1, last: true };
    const odd = word.text === 'le' || word.text === 'linh';
    const quantity = readQuantity(this.words, odd ? at + 1 : at);
    if (!quantity || (quantity.value === 0 && quantity.next === at + 1)) return undefined;
    const smaller = this.unitAfter(quantity) ?? this.dongAfter(quantity, unit);
    if (smaller && smaller.size < unit && !smaller.doubt)
      return {
        value: Math.round(quantity.value * smaller.size),
        next: smaller.next,
        size: smaller.size,
        last: smaller.size === 1,
      };
    if (smaller) return undefined;
    if (quantity.hundreds && unit > THOUSAND)
      return { value: (quantity.value * unit) / THOUSAND, next: quantity.next, size: THOUSAND, last: true };
    const thousands = this.thousandsTail(odd, word, quantity, unit);
    if (thousands) return thousands;
    const value = this.bareTail(word, quantity, unit, counted);
    return value === undefined ? undefined : { value, next: quantity.next, size: 1, last: true };
  }

  /** "2 triệu năm chục" is 2.050.000; "1 triệu 50" and "3 triệu lẻ 5" most likely mean thousands too, but are asked back. */
  private thousandsTail(odd: boolean, word: Word, quantity: Quantity, unit: number): Tail | undefined {
    if (unit < MILLION || !this.endsAt(quantity.next)) return undefined;
    const tens = quantity.value >= 10 && quantity.value < 100 && Number.isInteger(quantity.value);
    const digits = word.kind === 'number' && /^\d{2}$/u.test(word.raw) && !word.glued;
    const said = tens && (word.kind === 'word' || this.words[quantity.next - 1]?.text === 'chuc');
    if (!odd && !said && !digits) return undefined;
    const value = (quantity.value * unit) / THOUSAND;
    return {
      value,
      next: quantity.next,
      size: 1,
      last: true,
      ...(said && !odd ? {} : { doubt: 'ambiguous' }),
    };
  }

  /** A number without its own unit after a unit: "3tr5", "7tr500", "4 triệu 500", "ba triệu hai". */
  private bareTail(word: Word, quantity: Quantity, unit: number, counted: boolean): number | undefined {
    const ends = this.endsAt(quantity.next);
    if (word.kind === 'number') {
      // "1tr3662" is written to the hundred.
      if (!/^\d{1,3}$/u.test(word.raw) && !(word.glued && unit >= MILLION && /^\d{4,6}$/u.test(word.raw)))
        return undefined;
      const glued = word.glued && !PERSON_OR_THING.test(this.words[quantity.next]?.text ?? '');
      if (
        !glued &&
        !(word.raw.length === 3 ? !countsAt(this.words, quantity.next) : ends && word.raw.length === 1)
      )
        return undefined;
      return Number(word.raw) * (unit / 10 ** word.raw.length);
    }
    return quantity.spelled && quantity.value < 10 && ends && (counted || quantity.value > 0)
      ? (quantity.value * unit) / 10
      : undefined;
  }

  /** Nothing follows that the number could count. */
  private endsAt(at: number): boolean {
    const text = this.words[at]?.text;
    if (text === undefined || DONG.test(text) || /^[/.,;?!)]$/u.test(text)) return true;
    if (/^(?:moi|mot|hang|a|ah|thi|nhe|nha|ha|do|duoc|dc|vay)$/u.test(text)) return true;
    return this.words[at]?.kind === 'number' && this.words[at + 1]?.text === 'thang';
  }

  /** Amounts without "nghìn" that can mean nothing else: "ba trăm rưỡi", "5 trăm", "345.000", "1234000đ". */
  private looseAt(at: number): Amount | undefined {
    const quantity = readQuantity(this.words, at);
    if (!quantity) return undefined;
    if (quantity.hundreds && quantity.value >= 100) {
      const alone = quantity.next === at + 1;
      return alone
        ? undefined
        : {
            value: quantity.value * THOUSAND,
            from: at,
            next: quantity.next + (DONG.test(this.words[quantity.next]?.text ?? '') ? 1 : 0),
          };
    }
    const word = this.words[at];
    if (word?.kind !== 'number') return undefined;
    const dong = DONG.test(this.words[at + 1]?.text ?? '');
    const plain = word.raw.replace(/[.,]/gu, '');
    if (
      !Number.isInteger(word.value) ||
      plain.startsWith('0') ||
      word.value < 10_000 ||
      word.value > 10 * BILLION
    )
      return undefined;
    if (isForeign(this.words, at + 1)) return { value: 0, from: at, next: at + 2, doubt: 'foreign_currency' };
    if (!dong && plain === word.raw && plain.length >= 9 && !plain.endsWith('000')) return undefined;
    if (isInDate(this.words, at)) return undefined;
    return { value: word.value, from: at, next: dong ? at + 2 : at + 1 };
  }

  private unitAfter(quantity: Quantity): Unit | undefined {
    const word = this.words[quantity.next];
    if (!word || word.kind !== 'word') return undefined;
    const size = UNITS[word.text];
    if (size) return { size, next: quantity.next + 1 };
    const glued = word.glued && !quantity.spelled ? GLUED_UNITS[word.text] : undefined;
    if (glued) return { size: glued, next: quantity.next + 1 };
    const slang = SLANG[word.text];
    if (!slang || (word.text === 'qua' && word.raw !== 'quả')) return undefined;
    if (GOODS.test(this.words[quantity.next + 1]?.text ?? '')) return undefined;
    return { size: slang, next: quantity.next + 1, doubt: 'slang' };
  }

  private dongAfter(quantity: Quantity, unit: number): Unit | undefined {
    const word = this.words[quantity.next];
    return word && unit <= THOUSAND && DONG.test(word.text)
      ? { size: 1, next: quantity.next + 1 }
      : undefined;
  }

  /** "triệu rưỡi", "củ rưỡi", "triệu hai": one unit and a tail. */
  private bareUnitAt(at: number): Unit | undefined {
    const word = this.words[at];
    if (!word || word.kind !== 'word' || word.text === 'k' || word.text === 'ti') return undefined;
    const before = this.words[at - 1];
    if (
      before &&
      (before.kind === 'number' || VAGUE.test(before.text) || /^(?:tram|chuc|muoi)$/u.test(before.text))
    )
      return undefined;
    const size = UNITS[word.text];
    return size ? { size, next: at + 1 } : undefined;
  }

  /** "2k5" is a birth year, "3 k" a "không", "24k" gold. */
  private isTrap(at: number, unit: Unit): boolean {
    const word = this.words[at];
    const name = this.words[unit.next - 1];
    if (!word || name?.text !== 'k') return false;
    if (/^(?:sinh|sn|ns)$/u.test(this.words[at - 1]?.text ?? '')) return true;
    if (word.raw === '24' && this.words.some((other) => other.text === 'vang')) return true;
    if (!name.glued && word.value < 10) return true;
    const after = this.words[unit.next];
    return word.value < 3 && after?.kind === 'number' && after.glued && after.raw.length <= 2;
  }
}

/** "bảy tám trăm", "7-800k": the hundred at the end is meant for both. */
function sharedHundred(first: number, second: Quantity): number {
  const round = second.hundreds || (second.value >= 100 && second.value % 100 === 0);
  return round && first < 10 && first * 100 < second.value ? 100 : 1;
}

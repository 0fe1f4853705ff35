import { NONE, type None } from './Reading.js';
import { slice, splitWords, type Message } from './words.js';

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'any';

/** When to call: a part of the day, and the words that say more ("sau 5 giờ chiều"); `text` when only words are known. */
export type CallTimeReading =
  | { readonly status: 'value'; readonly value: PartOfDay; readonly text?: string; readonly matched: string }
  | { readonly status: 'text'; readonly text: string }
  | None;

const ANY =
  /\b(?:luc nao|khi nao|gio nao|bat cu|bat ki|bat ky|sao cung duoc|may gio|thoi gian nao|ngay nao)(?: \S+){0,3} (?:cung|deu|ok|duoc)\b|^(?:bat cu luc nao|luc nao cung (?:duoc|dc|ok)|gio nao cung (?:duoc|dc|ok)|any ?time|luc nao cung duoc a|ca ngay|tuy|khi nao cung duoc|tuy can bo)$/u;

/**
 * When a person wants to be called: "sáng", "buổi chiều", "goi buoi toi", "sau 17h", "lúc nào cũng được". An hour gives the
 * part of the day it lies in; noon counts as afternoon.
 */
export function readCallTime(text: string): CallTimeReading {
  const message = splitWords(text);
  const said = message.words.map((word) => word.text).join(' ');
  if (ANY.test(said)) return { status: 'value', value: 'any', matched: message.text };
  const clock = clockIn(message);
  const named = partIn(message);
  if (clock) return { status: 'value', value: named ?? clock.part, text: clock.text, matched: clock.text };
  if (named) return { status: 'value', value: named, matched: message.text };
  const day =
    /\b(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|cuoi tuan|ngay mai|mai|mot|hom nay|gio hanh chinh|dau tuan)\b/u.exec(
      said,
    );
  return day ? { status: 'text', text: message.text } : NONE;
}

function partIn({ words }: Message): PartOfDay | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const before = words[at - 1]?.text ?? '';
    if (!word) continue;
    const cued =
      /^(?:buoi|luc|vao|gio|h|nay|mai|goi|khoang|dau|cuoi|tam)$/u.test(before) || words.length <= 2;
    if (word.text === 'sang' && word.raw !== 'sàng' && (cued || word.raw === 'sáng' || before === ''))
      return 'morning';
    if (word.text === 'morning') return 'morning';
    if (word.text === 'trua' || word.text === 'noon' || word.text === 'afternoon') return 'afternoon';
    if (word.text === 'chieu' && word.raw !== 'chiếu') return 'afternoon';
    if (word.text === 'evening' || word.text === 'dem') return 'evening';
    // Without marks "toi" is mostly "I": only a cue makes it the evening.
    if (
      word.raw === 'tối' ||
      (word.raw === 'toi' &&
        (/^(?:buoi|gio|h|luc|vao)$/u.test(before) ||
          (before === 'goi' && at === words.length - 1) ||
          words[at + 1]?.text === 'nay' ||
          words.length === 1))
    )
      return 'evening';
  }
  return undefined;
}

function clockIn(message: Message): { part: PartOfDay; text: string } | undefined {
  const { words } = message;
  for (let at = 0; at < words.length; at += 1) {
    const [hour, unit] = [words[at], words[at + 1]];
    if (hour?.kind !== 'number' || hour.value > 24 || !/^(?:h|gio|g|am|pm)$/u.test(unit?.text ?? ''))
      continue;
    const from = /^(?:sau|truoc|luc|tu|khoang|tam)$/u.test(words[at - 1]?.text ?? '') ? at - 1 : at;
    let next = at + 2;
    if (words[next]?.kind === 'number' && (words[next]?.value ?? 60) < 60) next += 1;
    const part = /^(?:sang|chieu|toi|trua|dem)$/u.test(words[next]?.text ?? '')
      ? words[next]?.text
      : undefined;
    if (part) next += 1;
    const value =
      part === 'sang'
        ? 'morning'
        : part === 'toi' || part === 'dem'
          ? 'evening'
          : part
            ? 'afternoon'
            : partOfHour(hour.value, unit?.text === 'pm');
    return { part: value, text: slice(message, from, next) };
  }
  return undefined;
}

/** Offices and people speak of one to five as the afternoon. */
function partOfHour(hour: number, pm: boolean): PartOfDay {
  const real = (pm && hour < 12) || hour < 6 ? hour + 12 : hour;
  if (real < 12) return 'morning';
  return real < 18 ? 'afternoon' : 'evening';
}

import { plainText, readCorrection } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { Form, Slot } from './Form.js';

/** What a message like "sửa tuổi thành 47" does to the answers of a form. */
export type Correction<Values> =
  | Readonly<{ status: 'none' }>
  /** Another value was read; what hung on the old one is open again. */
  | Readonly<{ status: 'changed'; slot: string; values: Record<string, unknown> }>
  /** A question is named but no value that it can take: it is put again. `hint` says what was wrong with the value. */
  | Readonly<{ status: 'ask'; slot: Slot<Values>; values: Record<string, unknown>; hint?: string }>
  /** Something is corrected without being named: `rest` is what was said of it. */
  | Readonly<{ status: 'unnamed'; rest: string }>;

/** Reads a correction of one of the form's answers by its name: "đổi mức sang 3 triệu", "sửa năm sinh". */
export function readCorrectionOf<Values extends object>(
  form: Form<Values>,
  turn: ChatTurn,
  values: Values,
): Correction<Values> {
  const reading = readCorrection(turn.text);
  if (reading.status === 'none' || reading.rest === '') return { status: 'none' };
  const { rest, change } = reading;
  const what = withoutFillers(change?.what ?? plainText(rest));
  const slot = form.slots.find((one) => one.named?.test(what) === true && concerns(form, one, values));
  if (slot === undefined) return { status: 'unnamed', rest };
  const open = forget(values, slot);
  const left = what.replace(slot.named ?? '', '').trim();
  if (change === undefined && left === '') return { status: 'ask', slot, values: open };
  const said = [...(change === undefined ? [] : [change.to]), rest].map((text) => turn.saying(text));
  const readings = said.map(
    (one) => slot.corrected?.(one, values, what) ?? slot.read(one, form.schema.parse(open)),
  );
  const filled = readings.find(({ status }) => status === 'filled');
  if (filled?.status === 'filled')
    return { status: 'changed', slot: slot.name, values: { ...open, ...filled.values } };
  const [missed] = readings;
  return missed?.status === 'missed'
    ? { status: 'ask', slot, values: open, hint: missed.hint }
    : { status: 'ask', slot, values: open };
}

/** Whether a question has anything to do with these values: it was answered, may be left open, or is still to come. */
function concerns<Values extends object>(form: Form<Values>, slot: Slot<Values>, values: Values): boolean {
  const isAnswered = slot.fills.some((key) => values[key] !== undefined);
  return isAnswered || slot.skip !== undefined || slot.wanted(form.schema.parse(forget(values, slot)));
}

/** Puts newer answers over older ones; what hung on an older one that changes is open again. */
export function mergeOver<Values extends object>(
  form: Form<Values>,
  before: Readonly<Record<string, unknown>>,
  told: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const stale = form.slots.flatMap(({ fills }) => {
    const [main, ...others] = fills.map(String);
    const changes =
      main !== undefined && main in told && before[main] !== undefined && differs(told[main], before[main]);
    return changes ? others.filter((key) => !(key in told)) : [];
  });
  const kept = Object.entries(before).filter(([key]) => !stale.includes(key));
  return { ...Object.fromEntries(kept), ...told };
}

/** Only what differs from what is known: saying the same again is no progress. */
export function news(told: object, known: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(told).filter(([key, value]) => differs(value, known[key])));
}

/** The values without what a slot fills. */
export function forget<Values>(values: object, { fills }: Slot<Values>): Record<string, unknown> {
  const cleared = new Set(fills.map(String));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !cleared.has(key)));
}

function differs(value: unknown, other: unknown): boolean {
  return JSON.stringify(value) !== JSON.stringify(other);
}

/** "lại cái mức đóng của tôi": the name stands first. */
function withoutFillers(what: string): string {
  return what
    .replace(/^(?:(?:lai|cai|phan|thong tin|cho|ve|giup|toi|em|my|the|nha|cua) )+/, '')
    .replace(
      /(?: (?:cua|giup|cho|dum|gium|my|the) (?:toi|em|minh|tui|con|chau)| (?:giup|voi|di|nhe|nha|a))+$/,
      '',
    );
}

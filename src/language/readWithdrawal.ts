import { NONE, type None, type Value } from './Reading.js';
import { plainText } from './words.js';

export type WithdrawalReading = Value<'call' | 'reminder'> | None;

const MOST_WORDS = 14;
const REMINDER =
  /\b(?:dung|thoi|ngung|khong can|khoi|ko can|bo|tat|huy|khong muon|ko muon|k can)\b(?: \S+){0,4} ?\b(?:nhac|bao truoc|nhan tin)\b|\bstop (?:\S+ )?remind\w*|\b(?:no more|don t|do not) remind\w*|\bunsubscribe\b/u;
const CALL =
  /\b(?:dung|thoi|ngung|khong can|khoi|ko can|huy|khong muon|ko muon|k can)\b(?: \S+){0,4} ?\bgoi\b|\b(?:dung|khong can|khoi) (?:ai )?(?:goi|lien he)\b|\bstop (?:\S+ )?call\w*|\b(?:no more|don t|do not) call\b/u;
/** "đừng gọi buổi sáng" asks for another time, "gọi lại sau" for a call. */
const ANOTHER_TIME = /\b(?:buoi|sang|chieu|toi|trua|luc|gio|hom|mai|truoc|sau)\b(?! nua)/u;

/** A wish to be called or reminded no more: "đừng gọi nữa", "thôi khỏi nhắc", "stop reminding me". Reminders are looked for first. */
export function readWithdrawal(text: string): WithdrawalReading {
  const said = plainText(text);
  if (said === '' || said.split(' ').length > MOST_WORDS || text.includes('?')) return NONE;
  if (REMINDER.test(said)) return { status: 'value', value: 'reminder', matched: text.trim() };
  if (CALL.test(said) && !ANOTHER_TIME.test(said.replace(/\btoi\b/gu, '')))
    return { status: 'value', value: 'call', matched: text.trim() };
  return NONE;
}

import { cleanText, stripMarks } from './foldText.js';
import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { splitWords } from './words.js';

export type YesNoReading = Value<boolean> | Unclear<boolean, 'ambiguous'> | None;

const POLITE = new Set(
  'a ah da nhe nha nhen nghen hen nhi em anh chi ban toi minh tui ad luon roi thi the vay do day oi cung can bo giup chu con z v r ne ma ha ak'.split(
    ' ',
  ),
);
const YES = new Set(
  'co u uh uhm um uhu uk ukm uki vang dung phai ok oke okie okay oki okela okla okey yes yep yeah y dongy duoc dc dk chuan chinhxac nhattri xacnhan tatnhien hop duocroi sure agree correct right danhien chapnhan yess uj ua'.split(
    ' ',
  ),
);
const NO = new Set(
  'khong ko k kg kh hong hok hem hk hum hổng khongdongy khongdungroi sai chua no nope nah thoi tuchoi khongduoc dung_no hongdongy kodongy kdongy khoi huy wrong disagree khongphai kophai kphai khongco koco kco chuadung khongdung kodung kdung khongcan kocan khongdau khongthich khongmuon komuon kmuon'.split(
    ' ',
  ),
);
/** Said whole, with blanks: what polite words alone would hide. */
const PHRASES: readonly (readonly [RegExp, boolean])[] = [
  [/^(?:da )?(?:da|vang|u|co)(?: (?:da|vang|a))*$/u, true],
  [
    /^(?:(?:da|toi|em|minh|tui|con|chau|thi|oi|a) )*(?:khong|ko|k|kg|kh|hong|hok|hem|chua|chang)(?: (?:he|co|muon|can))? (?:dong y|dung|phai|chiu|cho|duoc|dau|can|muon|thich|chinh xac|co)(?: \S+)?$/u,
    false,
  ],
  [
    /^(?:(?:da|toi|em|minh|tui|con|chau|thi|oi|a|vang|co|u|ok) )*(?:dong y|nhat tri|chap nhan|xac nhan|chinh xac|dung vay|dung roi|phai roi|duoc roi|tat nhien|dong i|dongy)(?: \S+){0,3}$/u,
    true,
  ],
];

/**
 * Yes or no as a whole short message: có, ừ, vâng, dạ, đúng, ok, đồng ý · không, ko, hông, thôi, không đồng ý, in all usual
 * spellings. Unmarked "dung" is yes ("đúng"); "đừng", "dừng" and "chưa" are no. A longer sentence is `none`.
 */
export function readYesNo(text: string): YesNoReading {
  const clean = cleanText(text.slice(0, 200));
  const emoji = emojiAnswer(clean);
  if (emoji !== undefined) return { status: 'value', value: emoji, matched: clean };
  const { words } = splitWords(clean);
  const spoken = words.filter((word) => word.kind !== 'mark');
  if (spoken.length === 0 || spoken.length > 7 || clean.includes('?')) return NONE;
  const refusesByTone = spoken.some((word) => /^(?:đừng|dừng|khoan)$/u.test(word.raw));
  const answer = (value: boolean): YesNoReading => ({ status: 'value', value, matched: clean });
  if (refusesByTone) return answer(false);
  for (const said of [spoken.map((word) => stripMarks(word.raw)), spoken.map((word) => word.text)]) {
    const whole = said.join(' ');
    const phrase = PHRASES.find(([pattern]) => pattern.test(whole));
    if (phrase) return answer(phrase[1]);
    const rest = said.filter((word) => !POLITE.has(word)).map((word) => word.replace(/(.)\1+$/u, '$1'));
    const [joined, first] = [rest.join(''), rest[0] ?? ''];
    if (NO.has(joined)) return answer(false);
    if (YES.has(joined)) return answer(true);
    if (rest.length > 1 && rest.every((word) => NO.has(word))) return answer(false);
    if (rest.length > 1 && rest.every((word) => YES.has(word))) return answer(true);
    if (
      rest.length === 2 &&
      NO.has(first) &&
      /^(?:dung|phai|dongy|co|can|muon|duoc|cam|sao|on)$/u.test(rest[1] ?? '')
    )
      return answer(false);
    if (rest.length === 0 && said.includes('da')) return answer(true);
  }
  return NONE;
}

function emojiAnswer(text: string): boolean | undefined {
  if (/^[\s👍👌✅✔🆗]+[\u{1f3fb}-\u{1f3ff}]?$/u.test(text) && text !== '') return true;
  return /^[\s👎❌✖🚫]+[\u{1f3fb}-\u{1f3ff}]?$/u.test(text) && text !== '' ? false : undefined;
}

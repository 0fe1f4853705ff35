import { plainForms } from './plainForms.js';

/** Where a person wants to go in a guide that is told step by step. `wait`: still at it. */
type Move = 'next' | 'back' | 'again' | 'stop' | 'wait';

export type GuideStepReading =
  | { readonly status: 'value'; readonly value: Move }
  /** A step by its number, from 1; it may not exist. */
  | { readonly status: 'value'; readonly value: 'step'; readonly step: number }
  | { readonly status: 'none' };

/** How people say each move, unmarked; between two of them stands a comma. */
const PHRASES: Readonly<Record<Move, string>> = {
  next:
    'tiep, tiep tuc, tiep theo, tiep di, lam tiep, noi tiep, buoc tiep, buoc tiep theo, buoc ke, buoc ke tiep, buoc sau, buoc nua, ' +
    'sang buoc sau, qua buoc sau, qua buoc khac, sang buoc tiep, toi buoc tiep, bo qua, bo qua buoc nay, qua, roi, roi sao nua, ' +
    'xong, xong roi, xong xuoi, da xong, xong buoc nay, xong buoc nay roi, lam xong buoc nay, duoc, duoc roi, on, on roi, ok, oke, ' +
    'okay, okie, u, uh, um, da, vang, hieu, hieu roi, da hieu, ro, ro roi, dung roi, co, co roi, thay roi, ' +
    'next, next step, next one, the next step, continue, go on, go ahead, done, finished, yes, got it, ready, skip, skip this step, ' +
    'done next, all done, that is done, this step is done, i did it, i have it, i see it',
  back:
    'buoc truoc, buoc truoc do, lui, lui lai, lui 1 buoc, lui mot buoc, quay lai, tro lai, quay lai buoc truoc, tro lai buoc truoc, ' +
    'xem lai buoc truoc, cho xem lai buoc truoc, back, go back, previous, previous step, the previous step, step before, the step before',
  again:
    'nhac lai, lap lai, noi lai, xem lai, xem lai buoc nay, doc lai, buoc nay, repeat, again, say it again, repeat this step',
  stop:
    'thoi, thoi khoi, khoi, thoi nhe, dung huong dan, thoat huong dan, de sau, de luc khac, luc khac, hom khac, mai lam, mai lam tiep, ' +
    'khong lam nua, later, not now, stop the guide',
  wait:
    'cho chut, cho ti, cho xiu, cho da, cho toi, cho em, cho minh, cho mot chut, cho 1 chut, cho em chut, cho em ti, cho em xiu, ' +
    'doi, doi chut, doi ti, doi xiu, doi da, doi toi, doi em, doi minh, doi mot chut, doi 1 chut, doi em chut, doi em ti, doi em xiu, ' +
    'tu tu, khoan, khoan da, dang lam, dang cai, dang tai, dang dien, dang cho, ' +
    'chua, chua xong, wait, wait a moment, one moment, hold on, not yet, in progress',
};

const MOVES = ['next', 'back', 'again', 'stop', 'wait'] as const satisfies readonly Move[];
const BY_PHRASE: ReadonlyMap<string, Move> = new Map(
  MOVES.flatMap((move) => PHRASES[move].split(', ').map((phrase): [string, Move] => [phrase, move])),
);

const POLITE = new Set(
  'da vang u uh a ah ad oi nhe nha nhen nghe ne nao di luon em toi minh tui anh chi con chau ban ok oke okay please now i ve den'.split(
    ' ',
  ),
);
/** "em cài xong rồi ạ", "đăng nhập được rồi", "đã chụp hình xong": something was done. */
const DONE =
  /^(?:da )?(?:lam|cai|tai|mo|vao|dang nhap|dang ky|dien|nhap|ghi|chup|gui|bam|nhan|chon|nop|tra|dong|luu|doc|xem|khai|ke khai|tim|go|doi|cap nhat|thay)(?: \S+){0,3}? (?:xong|roi|xong roi|duoc roi)$|^(?:i )?(?:have )?(?:downloaded|installed|opened|logged in|filled in|sent|chosen|paid|saved)(?: \S+){0,3}$/;
/** Done, and something is wrong: that is no word for going on. */
const TROUBLE =
  /\b(?:chua|khong|ko|k|hong|chang|loi|sai|mat (?:tien|mang|song)|quen|het|hu|bi|not|error|wrong)\b/;
const BY_NUMBER = /^(?:(?:quay|tro|xem) lai |cho xem |sang |qua |go to )?(?:buoc|step)(?: so)? (\d{1,2})$/;
const longest = 60;

/**
 * What a whole short message means while a guide is told. A question or a sentence about something else is none; the commands of
 * every conversation ("dừng", "gặp cán bộ") are read by readCommand.
 */
export function readGuideStep(text: string): GuideStepReading {
  if (text.length > longest || text.includes('?')) return { status: 'none' };
  for (const said of plainForms(text)) {
    for (const form of [said, trimEnd(said), trim(said)]) {
      const phrase = form.join(' ');
      const move = BY_PHRASE.get(phrase);
      if (move !== undefined) return { status: 'value', value: move };
      const number = BY_NUMBER.exec(phrase)?.[1];
      if (number !== undefined) return { status: 'value', value: 'step', step: Number(number) };
    }
    const sentence = trim(said).join(' ');
    if (DONE.test(sentence) && !TROUBLE.test(sentence)) return { status: 'value', value: 'next' };
  }
  return { status: 'none' };
}

function trim(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && POLITE.has(words[from] ?? '')) from += 1;
  return trimEnd(words.slice(from));
}

function trimEnd(words: readonly string[]): readonly string[] {
  let to = words.length;
  while (to > 1 && POLITE.has(words[to - 1] ?? '')) to -= 1;
  return words.slice(0, to);
}

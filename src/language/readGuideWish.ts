import { plainForms } from './plainForms.js';

const longest = 80;
const who = '(?:toi|em|minh|tui|anh|chi|con|chau|me|bo)';
const start = `(?:(?:da|xin|nho|hay|can|muon|${who}) )*`;
const matter =
  '(?: (?:cai nay|cai do|no|app|ung dung|app do|app nay|ung dung nay|ung dung do|cu the|chi tiet))?';
const end = '(?: (?:a|ah|voi|di|nha|nhe|nhen|giup|gium|dum|duoc khong|em|ad|ban|please))*';
const deed =
  '(?:cai|cai dat|tai|tai ve|dang ky|lam|vao|xem|bam|mo|gia han|dien|ghi|khai|ke khai|nop|thao tac|dang nhap)';
const steps = '(?: (?:tung buoc|tung buoc mot|tung buoc 1|cac buoc))';

/** How people ask to be shown what was just spoken of; a matter of its own makes it a question like any other. */
const wishes: readonly RegExp[] = [
  `${start}(?:huong dan|hd)(?: cho)?(?: ${who})?(?: cach)?(?: ${deed})?${matter}${steps}?${end}`,
  `${start}(?:chi|bay|day|chi dan)(?: cho)? ${who}(?: cach)?(?: ${deed})?${matter}${steps}?${end}`,
  `${start}(?:chi|bay|day) cach(?: ${deed})?${matter}${steps}?${end}`,
  `${start}(?:lam sao|lam the nao|lam cach nao|cach)(?: de)? ${deed}${matter}${end}`,
  `${start}${deed}${matter} (?:sao|lam sao|the nao|nhu the nao|kieu gi)${end}`,
  `${start}(?:bam|vao|mo) (?:cho nao|o dau|dau)${end}`,
  `${start}(?:cho )?(?:${who} )?(?:xem )?(?:tung buoc|cac buoc)(?: (?:mot|1|lam))?${end}`,
  '(?:please )?(?:show me|guide me|teach me|walk me through)(?: (?:it|this|that))?(?: how)?(?: step by step)?(?: please)?',
  '(?:how do i|how to|how can i) (?:do|install|register|see|use|open|renew|fill)(?: (?:it|this|that|the app))?(?: in)?',
  '(?:the )?(?:guide|steps|instructions|step by step)(?: please)?',
].map((wish) => new RegExp(`^${wish}$`));
const stepwise = /\b(?:tung buoc|cac buoc|step by step)\b/;

/** Whether a whole message ("hướng dẫn", "chỉ tôi từng bước", "làm sao cài") asks to be shown what was just spoken of. */
export function wishesGuide(text: string): boolean {
  if (text.length > longest) return false;
  return plainForms(text).some((words) => wishes.some((wish) => wish.test(words.join(' '))));
}

/** Whether a message, whatever it is about, asks for it step by step. */
export function asksStepByStep(text: string): boolean {
  return plainForms(text).some((words) => stepwise.test(words.join(' ')));
}

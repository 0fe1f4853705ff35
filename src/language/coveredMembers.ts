import { readQuantity } from './quantity.js';
import { joinWords, type Word } from './words.js';

/** Members of a household who have health insurance otherwise: at work, at school, as children under six. */
export interface Covered {
  readonly worker: number;
  readonly pupil: number;
  readonly child: number;
}

const WORKER =
  /\b(?:cong ty|cty|cti|xi nghiep|cong nhan|cong chuc|vien chuc|giao vien|nha nuoc|co quan|khu cong nghiep|kcn|hop dong lao dong|di lam nha may|nha may|van phong|bo doi|cong an|company|worker)\b/u;
const PUPIL =
  /\b(?:hoc sinh|sinh vien|hssv|hs|sv|hoc lop|lop \d+|di hoc|dang hoc|dai hoc|cao dang|cap (?:1|2|3|mot|hai|ba)|tieu hoc|trung hoc|pupil|student|hoc truong)\b/u;
const CHILD =
  /\b(?:duoi (?:6|sau) tuoi|tre nho|em be|so sinh|mau giao|mam non|nha tre|(?:tre|be|con|chau) (?:con )?nho|baby|under (?:6|six)|moi sinh|thang tuoi)\b|\b(?:[0-5]|mot|hai|ba|bon|nam) tuoi\b/u;
const DENIED =
  /^(?:(?:da|thua|khong|ko|k|nha|em|toi|minh|trong|thi|deu|la|chua) )*(?:khong|ko|k|chua|hong)(?: (?:co|mot))?(?: (?:ai|nguoi nao|ai ca|ai het|co|ca|ai co the))*(?: (?:ca|het|a|dau|ai|da co the|co the))*$/u;

/**
 * The members said to be covered already, clause by clause; undefined where none is spoken of. "Không ai" says nobody
 * (all zero).
 */
export function countCovered(words: readonly Word[]): Covered | undefined {
  if (DENIED.test(joinWords(words))) return { worker: 0, pupil: 0, child: 0 };
  let [worker, pupil, child] = [0, 0, 0];
  for (const clause of clauses(words)) {
    const said = joinWords(clause);
    if (/\b(?:khong|ko|chua|hong|chang) (?:co )?(?:ai|nguoi nao)\b/u.test(said)) continue;
    const count = countIn(clause);
    if (CHILD.test(said)) child += count;
    else if (PUPIL.test(said)) pupil += count;
    else if (
      WORKER.test(said) &&
      !/\b(?:khong|ko|chua|nghi|het|bo) (?:lam |di lam |con lam )?(?:o )?(?:cong ty|cty|co quan|nha nuoc)\b/u.test(
        said,
      )
    )
      worker += count;
  }
  return worker + pupil + child > 0 ? { worker, pupil, child } : undefined;
}

function clauses(words: readonly Word[]): readonly (readonly Word[])[] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (/^(?:[,;.+]|va|voi|con lai|roi)$/u.test(word.text)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0).flatMap(splitAtMembers);
}

/** "chồng công ty con lớp 8": a new member begins a new clause where the one before has its cue already. */
function splitAtMembers(words: readonly Word[]): readonly (readonly Word[])[] {
  const parts: Word[][] = [[]];
  words.forEach((word, at) => {
    const current = parts.at(-1) ?? [];
    const before = joinWords(current);
    const startsMember =
      /^(?:chong|vo|dua|be|chau|con|thang|me|bo|ck|vk|1|2|3|mot|hai)$/u.test(word.text) &&
      words[at - 1]?.text !== 'hoc' &&
      !/\b(?:lop|cap)$/u.test(before);
    if (
      startsMember &&
      (WORKER.test(before) || PUPIL.test(before) || CHILD.test(before)) &&
      !/^(?:tuoi|thang)$/u.test(words[at + 1]?.text ?? '')
    )
      parts.push([word]);
    else current.push(word);
  });
  return parts.filter((part) => part.length > 0);
}

function countIn(clause: readonly Word[]): number {
  if (/\b(?:hai|2) vo chong\b|^(?:ca )?vo chong\b/u.test(joinWords(clause))) return 2;
  for (let at = 0; at < clause.length; at += 1) {
    const before = clause[at - 1]?.text ?? '';
    if (/^(?:lop|cap|duoi|thu|nam|hoc)$/u.test(before)) continue;
    const quantity = readQuantity(clause, at);
    const unit = clause[quantity?.next ?? clause.length]?.text ?? '';
    if (
      quantity &&
      quantity.value >= 1 &&
      quantity.value <= 15 &&
      Number.isInteger(quantity.value) &&
      /^(?:dua|con|chau|be|nguoi|ng|em|tre|hoc|sinh|hs|sv|nhoc)$/u.test(unit)
    )
      return quantity.value;
  }
  return 1;
}

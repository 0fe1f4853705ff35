import { stripMarks } from './foldText.js';
import { NONE, type None, type Unclear, type Value } from './Reading.js';
import { joinWords, splitWords } from './words.js';

/** Groups the State supports more; an empty list is "none of them". */
export type SupportGroup = 'poor' | 'near_poor' | 'ethnic_minority' | 'island';

export type GroupsReading =
  Value<readonly SupportGroup[]> | Unclear<readonly SupportGroup[], 'several' | 'vague'> | None;

const PEOPLES =
  'tay|thai|muong|khmer|kho me|nung|h mong|hmong|mong|dao|gia rai|jrai|e de|ede|ba na|bana|bahnar|san chay|cham|co ho|k ho|xo dang|san diu|hre|ra glai|raglai|mnong|m nong|xtieng|stieng|bru|van kieu|tho|giay|co tu|gie trieng|ma|kho mu|co|ta oi|cho ro|khang|xinh mun|ha nhi|churu|lao|la chi|la ha|phu la|lu|lo lo|chut|mang|pa then|co lao|cong|bo y|si la|pu peo|brau|o du|ro mam|hoa|ngai|la hu';
const NEGATION =
  '(?:khong|ko|kg|hong|hok|k|chang|chua|chu khong|het|thoat|ra khoi|hk|hem|kh)(?: (?:phai|thuoc|la|co|nam trong|dien|trong|duoc|xet|con|danh sach|dinh|bi))*';
const NEAR_POOR = /\b(?:ho )?(?:can|sap|gan) ?(?:ngheo|ngeo|nghèo)\b|\bnear[ -]?poor\b|\bcan ngheo\b/u;
const POOR = /\b(?:ho |nha |dien |so |gia dinh )?(?:ngheo|ngeo)\b|\bpoor\b/u;
const ETHNIC = new RegExp(
  `\\bdan toc thieu so\\b|\\bdtts\\b|\\bdong bao (?:dan toc|thieu so|vung)\\b|\\bthieu so\\b|\\bethnic\\b|\\b(?:dan toc|nguoi|dong bao) (?:dan toc )?(?:${PEOPLES})\\b`,
  'u',
);
const ETHNIC_BARE = /\bdan toc\b(?! kinh)/u;
const ISLAND = /\b(?:xa|huyen|o|ngoai|vung|hai|tren|dan) (?:cac )?dao\b|\bdac khu\b|\bisland\b/u;
const ORDINARY =
  /\bbinh thuong\b|\bho khac\b|\b(?:khong|ko|k|chang|hong)(?: \S+){0,2} (?:dien|nhom|ho|doi tuong) (?:nao|gi|do|may|tren|uu tien)\b|\bkhong thuoc\b|\b(?:nguoi|ho|dan) thuong\b|\bkinh\b|\bho kha\b|\btrung binh\b|\bnone\b|\bnot poor\b|\bordinary\b|\bkhong uu tien\b/u;
const WHOLE_NONE =
  /^(?:khong|ko|k|kg|hong|hok|no|khong co|ko co|k co|khong phai|ko phai|deu khong|khong a|da khong|thuong|khac|khong ai|khong gi)$/u;

/**
 * The supported groups a person says to be in. A negated group does not count ("không phải hộ nghèo" is none of them);
 * "hộ nghèo hay cận nghèo" is `several`.
 */
export function readGroups(text: string): GroupsReading {
  const { words } = splitWords(text);
  const all = joinWords(words);
  if (WHOLE_NONE.test(all)) return { status: 'value', value: [], matched: all };
  const denied = new RegExp(
    `\\b${NEGATION} (?:(?:ho|nha|dien|gia dinh|nguoi) )*(?:dan toc thieu so|dan toc|can ngheo|ngheo|thieu so|xa dao|dao)\\b(?: (?:hay|hoac|va|cung khong|cung khong phai|cung ko) (?:ho )?(?:can ngheo|ngheo|dan toc))*`,
    'gu',
  );
  const negated = denied.test(all);
  const said = all.replace(denied, ' ').replace(/\b(?:chuan|nguong|muc) (?:can )?ngheo\b|\bdu an\b/gu, ' ');
  const groups = new Set<SupportGroup>();
  if (NEAR_POOR.test(said)) groups.add('near_poor');
  if (POOR.test(said.replace(/\b(?:can|sap|gan) ?(?:ngheo|ngeo)\b|\bnear[ -]?poor\b/gu, ' ')))
    groups.add('poor');
  if (ETHNIC.test(said) || (ETHNIC_BARE.test(said) && (groups.size > 0 || hasPeople(text))))
    groups.add('ethnic_minority');
  if (ISLAND.test(said)) groups.add('island');
  if (groups.has('poor') && groups.has('near_poor') && /\b(?:hay|hoac|or)\b/u.test(said)) {
    return { status: 'unclear', reason: 'several', suggestion: [...groups] };
  }
  if (groups.size > 0) return { status: 'value', value: [...groups], matched: all };
  return negated || ORDINARY.test(said) ? { status: 'value', value: [], matched: all } : NONE;
}

/** "dân tộc" alone means a minority when it is said of a person or household ("hộ dân tộc", "em dân tộc"), or alone. */
function hasPeople(text: string): boolean {
  const said = stripMarks(text).trim();
  return (
    /\b(?:ho|nguoi|em|toi|minh|tui|la|con|chau|dien|nha|vung|bao) (?:nguoi )?dan toc\b/u.test(said) ||
    /^(?:dong bao )?dan toc\W*$/u.test(said)
  );
}

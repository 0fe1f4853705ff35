import { readAge, readGroups, readMoney, readMonths, readSex } from '../../src/language/index.js';
import { readRelation } from '../family/relations.js';
import type { ChatTurn } from '../ChatTurn.js';
import { looksLikeQuestion } from '../questions.js';
import type { Facts } from './facts.js';
import { birthFromAge, readBirthday } from './readBirthday.js';
import { readToldOccupation } from './readOccupation.js';

/** A sex said as one's own and not a "nam" that is a year: beside an age or a birth, after "là", or at the beginning. */
const ownSex =
  /^(?:da |a |em |toi |tui |minh )*(?:la )?(?:nam|nu)(?: gioi)?(?:$| (?=\d|sinh|thang|tuoi|lam|em|toi|ho))|\b(?:la|gioi tinh) (?:nam|nu)\b|\b(?:nam|nu) (?:sinh|\d{1,3} tuoi|\d{2}t)\b|\b(?:tuoi|\d{4}|\d{2}t) (?:nam|nu)\b(?! (?:nay|sau|truoc|ngoai|toi|roi|nua|khac))|\b(?:male|female|man|woman)\b/;
const birthCue = /\b(?:sinh|sn|ns|born)\b/;
const wholeBirth = /^\W*\d{1,2}[/.-]\d{2,4}\W*$|^\W*(?:tháng|thang)\s*\d{1,2}\W*$/i;
const ageCue = /\b(?:tuoi|tui|years? old|\d{2}t)\b/;
const paidCue =
  /\b(?:da|tung|moi|truoc gio) (?:\S+ )?dong\b|\bdong (?:\S+ )?(?:duoc|roi)\b(?! (?:khong|ko|k|hong|chua|may|bao))|\b(?:da|duoc) tham gia\b|\btham gia duoc\b|\bhave paid\b|\bpaid for\b/;
/** Months that are missing, paid at once or ahead are not months paid. */
const otherMonths = /\b(?:thieu|bu|dong truoc|dong luon|dong them|missing|ahead)\b/;
/** The birth of a child. */
const givesBirth = /\bsinh (?:con|be|em be|no|mo|thuong|doi|lan)\b|\b(?:baby|child|maternity)\b/;
const neverPaid =
  /\bchua (?:tung )?(?:dong|tham gia)(?: \S+)?(?: (?:thang|nam|lan|ngay) nao| bao gio| gi| lan)\b|\bchua (?:bao gio|tung) (?:dong|tham gia)\b|\bnever paid\b/;
const incomeCue = /\b(?:muc|thu nhap)\b|\b(?:income|level)\b/i;
const savingCue =
  /\b(?:de danh|danh dum|tiet kiem|danh ra|bo ra|lo duoc|kham duoc|co kha nang)\b|\b(?:save|spare|put aside|afford)\b/i;
const self =
  /\b(?:toi|tui|em|minh|chau|tao)\b|^(?:da )?(?:anh|chi|co|chu|bac|di) (?:la|lam|nam nay|sinh|thuoc|nam|nu|ho|\d)/;
/** A group said of oneself, and not of whoever a question is about. */
const ownGroup =
  /\b(?:toi|tui|em|minh|chau|nha|chi|anh)(?: (?:la|thuoc|dien|o|nguoi|nha|khong|ko|phai|ho|nam|nu|nay|lam|ruong|nong|tuoi|\d+))* (?:ngheo|can ngheo|dan toc|xa dao)\b|\b(?:i am|i'm|we are) (?:an? )?(?:poor|near-?poor|ethnic|not poor)/i;
const selfInEnglish = /\b(?:i|i'm|im|my|we|our)\b/i;

/** Whatever a message tells of a person, with the words that make it sure; nothing is guessed from a bare number. */
export function readFacts(turn: ChatTurn): Facts {
  const told = fold(turn);
  const groups = readGroups(withoutBusiness(turn.told));
  const occupation = readToldOccupation(turn);
  const money = readMoney(turn.told);
  const amount =
    money.status === 'value' && money.per !== 'day' && money.per !== 'year' ? money.value : undefined;
  return {
    ...sexIn(turn, told),
    ...birthIn(turn, told),
    ...(groups.status === 'value' && namesGroup(turn) ? { groups: [...groups.value] } : {}),
    ...(occupation === undefined ? {} : { occupation }),
    ...paidIn(turn, told),
    ...(amount !== undefined && incomeCue.test(told) ? { income: amount } : {}),
    ...(amount !== undefined && savingCue.test(told) && !incomeCue.test(told) ? { budget: amount } : {}),
  };
}

/** Keeps what a citizen says of themselves in passing, so that no form asks for it again; tells what that was. */
export function listen(turn: ChatTurn): Facts {
  const speaks = turn.memory.locale === 'en' ? selfInEnglish.test(turn.text) : self.test(turn.plain);
  if (!speaks || readRelation(turn) !== undefined) return {};
  const { income: _income, budget: _budget, groups, ...facts } = readFacts(turn);
  const isOwn = ownGroup.test(fold(turn)) || !looksLikeQuestion(turn);
  const own = { ...facts, ...(isOwn ? { groups } : {}) };
  keep(turn, own);
  return own;
}

/** Remembers facts; a new birth or age replaces the other. */
export function keep(turn: ChatTurn, facts: Facts): void {
  const { told } = turn.memory;
  const { age, birth, birthMonth, ...others } = told;
  const isNewBirth = facts.birth !== undefined || facts.age !== undefined;
  const before = isNewBirth ? others : { ...others, age, birth, birthMonth };
  const defined = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  turn.memory.told = { ...before, ...defined };
}

function sexIn(turn: ChatTurn, told: string): Pick<Facts, 'sex'> {
  if (!ownSex.test(told)) return {};
  const sex = readSex(turn.text);
  return sex.status === 'value' ? { sex: sex.value } : {};
}

function birthIn(turn: ChatTurn, told: string): Pick<Facts, 'age' | 'birth' | 'birthMonth'> {
  const named = /\btuoi (?:thanh|la|lai|xuong|len|:)* ?(\d{1,3})\b/.exec(told)?.[1];
  const age = ageCue.test(told) ? readAge(named === undefined ? turn.told : `${named} tuổi`) : undefined;
  const tellsBirth = (birthCue.test(told) && !givesBirth.test(told)) || wholeBirth.test(turn.text);
  const born = tellsBirth ? readBirthday(turn) : {};
  if (born.birth !== undefined) return { birth: born.birth };
  if (age?.status !== 'value') return born;
  const month = born.birthMonth;
  const birth = month === undefined ? undefined : birthFromAge(turn.scope.today, age.value, month);
  return birth === undefined ? { age: age.value, ...born } : { birth };
}

function paidIn(turn: ChatTurn, told: string): Pick<Facts, 'monthsPaid'> {
  if (neverPaid.test(told)) return { monthsPaid: 0 };
  if (!paidCue.test(told) || otherMonths.test(told)) return {};
  const months = readMonths(turn.told);
  return months.status === 'value' && Number.isInteger(months.value) ? { monthsPaid: months.value } : {};
}

/** A bare "không" answers a question that was put; unasked it tells no group. */
function namesGroup(turn: ChatTurn): boolean {
  return /\b(?:ngheo|dan toc|thieu so|dao|dien nao|dien gi|binh thuong|poor|minority|island|none)\b/.test(
    `${turn.plain} ${turn.text.toLowerCase()}`,
  );
}

/** "Kinh" is the majority's name, but "kinh doanh" is business. */
export function withoutBusiness(text: string): string {
  return text.replace(/kinh doanh/gi, ' ');
}

/** The message without marks; English stays as typed. */
function fold(turn: ChatTurn): string {
  return turn.memory.locale === 'en' ? `${turn.plain} ${turn.text.toLowerCase()}` : turn.plain;
}

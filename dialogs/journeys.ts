import type { DialogContext } from 'botbuilder-dialogs';
import { readProduct } from '../src/language/index.js';
import type { ChatTurn } from './ChatTurn.js';
import { claimForm, startOfClaim } from './claim/claimForm.js';
import { asksToCheck } from './claim/readClaim.js';
import { askedOfNextChange } from './compare/askedOfNextChange.js';
import { sayComparison } from './compare/sayComparison.js';
import { sayNextChange } from './compare/sayNextChange.js';
import { sayPerDay } from './compare/sayPerDay.js';
import { sayTwoInsurances } from './compare/sayTwoInsurances.js';
import { beginFamily } from './family/beginFamily.js';
import { householdForm } from './forms/householdForm.js';
import { voluntaryForm } from './forms/voluntaryForm.js';
import { startOfChoice, toldHealthGroup } from './household/startOfChoice.js';
import { validityForm } from './household/validityForm.js';
import { beginCollection } from './places/beginCollection.js';
import { beginPlan } from './plan/beginPlan.js';
import { sayMoreNotes } from './say/sayAmount.js';

/** A word about the last estimate is short; a longer message is a question of its own. */
const longestWord = 12;
const comparing = /\b(?:so sanh|muc nao (?:loi|re|tot|hop)|cac muc|cach nao (?:loi|re) hon)\b|\bcompare\b/i;
const otherThings =
  /\b(?:ngan hang|gui tiet kiem|nhan tho|vang|bat buoc|thuong mai|bank|life insurance|gold|compulsory)\b/i;
const saving =
  /\b(?:de danh|danh dum|nuoi heo|bo heo|bo ong|gop)\b.*\b(?:ngay|vu|thang)\b|\b(?:moi|mot|1|hang) (?:ngay|vu) (?:\S+ ){0,3}(?:bao nhieu|bn|may)\b|\b(?:a|per|each|every) (?:day|harvest)\b/i;
const nextChange =
  /\b(?:sang nam|nam sau|nam toi|nam moi|sap toi|qua nam)\b|\bdong (?:truoc|bay gio|lien|luon|som)\b.*\b(?:loi|hon|re|tot|nen)\b|\b(?:next year|pay (?:now|early|before))\b/i;

/** What a button or a few words about the last estimate ask for. False when the message is none of it. */
export async function beginJourney(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  return (
    (await pressed(turn, dialogs)) ||
    (await beginClaim(turn, dialogs)) ||
    (await beginCollection(turn, dialogs)) ||
    (await saidOfEstimate(turn)) ||
    (await askedOfNextChange(turn)) ||
    (await askedOfBoth(turn)) ||
    (await beginFamily(turn, dialogs)) ||
    (await toldHealthGroup(turn, dialogs)) ||
    beginPlan(turn, dialogs)
  );
}

/** "số 09… gọi bảo là cán bộ, có thật không": before a number could be taken for one's own. */
async function beginClaim(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  return asksToCheck(turn) && begin(dialogs, claimForm.id, startOfClaim(turn));
}

async function pressed(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  if (turn.says('more_notes')) return sayMoreNotes(turn);
  if (turn.says('compare')) return sayComparison(turn);
  if (turn.says('per_day')) return sayPerDay(turn);
  if (turn.says('next_change')) return sayNextChange(turn);
  if (turn.says('card_valid')) return begin(dialogs, validityForm.id, {});
  if (turn.says('cheaper')) return begin(dialogs, householdForm.id, startOfChoice(turn));
  if (turn.says('gift')) return begin(dialogs, voluntaryForm.id, { person: 'other', occupationOpen: true });
  if (turn.says('no_contract')) return begin(dialogs, voluntaryForm.id, { occupation: 'casual' });
  if (turn.says('contract_suspended')) return begin(dialogs, voluntaryForm.id, { occupation: 'suspended' });
  if (turn.says('taxed_otherwise'))
    return begin(dialogs, voluntaryForm.id, { occupation: 'business', tax: 'other' });
  return false;
}

/** "so sánh", "mỗi ngày để dành bao nhiêu", "sang năm có tăng không" right after an estimate mean that estimate. */
async function saidOfEstimate(turn: ChatTurn): Promise<boolean> {
  const { estimate, lastWas } = turn.memory;
  const isContribution = estimate?.kind === 'voluntary' || estimate?.kind === 'plan';
  if (!isContribution || lastWas !== 'estimate' || turn.plain.split(' ').length > longestWord) return false;
  const said = turn.memory.locale === 'en' ? turn.text : turn.plain;
  const product = readProduct(turn.text);
  if (otherThings.test(said) || (product.status === 'value' && product.value === 'hhi')) return false;
  if (comparing.test(said)) return sayComparison(turn);
  if (saving.test(said)) return sayPerDay(turn);
  return nextChange.test(said) && sayNextChange(turn);
}

/** "hai loại khác nhau thế nào", "nên mua cái nào": both insurances are named, or one asks which. */
async function askedOfBoth(turn: ChatTurn): Promise<boolean> {
  const said = turn.memory.locale === 'en' ? turn.text : turn.plain;
  const names = /\bbhxh\b|\bbao hiem xa hoi\b|\btu nguyen\b|\bvoluntary\b|\bsocial insurance\b/i.test(said);
  const namesHealth = /\bbhyt\b|\bbao hiem y te\b|\bhealth insurance\b/i.test(said);
  const asks = /\b(?:khac|so sanh|giong|nen mua|nen dong|chon|loi hon|differ\w*|compare|which|better)\b/i;
  const one = /\b(?:kem|co duoc the|co the bhyt|tang the|free card|include)\b/i;
  return names && namesHealth && asks.test(said) && !one.test(said) && sayTwoInsurances(turn);
}

async function begin(dialogs: DialogContext, form: string, values: object): Promise<true> {
  await dialogs.beginDialog(form, values);
  return true;
}

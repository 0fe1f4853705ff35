import { ladderId, ladderIds } from '../household.js';
import { lookUp, type UnknownParameter, type UsedParameter } from '../lookUp.js';
import type { Outcome, Remark } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import { householdChoiceSchema } from '../tableSchemas.js';
import { cheapestForms, costOf, type Chooser } from './cheapestForms.js';
import { choiceAssumptions, choiceSteps, choiceWarnings } from './choiceRemarks.js';
import { supportedGroups, type HealthGroup } from './groups.js';
import type { Residence } from './localForPerson.js';
import { ownForm, type OwnForm } from './ownForm.js';
import { settledForm, type SettledForm } from './settledForm.js';

export type HouseholdChoiceSituation = Readonly<{
  /** Day of payment, `YYYY-MM-DD`. */
  date: string;
  /** Kebab-case province, for local support. */
  province?: string | undefined;
  /** In the order of joining. */
  members?: readonly ChoiceMember[] | undefined;
}>;

export type ChoiceMember = Readonly<{
  months?: number | undefined;
  /** `YYYY-MM-DD` */
  birth?: string | undefined;
  groups?: readonly HealthGroup[] | undefined;
  /** Left out, the member counts as one for good. */
  resident?: Residence | undefined;
}>;

export const choiceForms = [
  'state_paid',
  'other_card',
  'supported',
  'local',
  'individual',
  'household',
] as const;
export type ChoiceForm = (typeof choiceForms)[number];

/**
 * How one member is insured in the cheapest whole, in đồng for all months. Amounts that nobody reckons here (the card of
 * an employer, the State's part of a free card) are null. `alternatives` are the other lawful forms of this member while
 * the others stay as they are.
 */
export type MemberFigures = Readonly<{
  position: number;
  form: ChoiceForm;
  group: HealthGroup | null;
  rank: number | null;
  months: number | null;
  gross: number | null;
  state: number | null;
  local: number | null;
  pay: number | null;
  alternatives: readonly Readonly<{
    form: ChoiceForm;
    group: HealthGroup | null;
    rank: number | null;
    pay: number;
  }>[];
}>;

/**
 * `total` is the cheapest; `totalByHousehold` with everybody who may in the household form, `totalByGroup` with
 * everybody who has one in the own group; `saving` is what the cheapest saves against the dearer of the two.
 */
export type HouseholdChoiceFigures = Readonly<{
  members: readonly MemberFigures[];
  total: number;
  totalByHousehold: number;
  totalByGroup: number;
  saving: number;
}>;

/** A member with everything that was found out about the forms. */
export type JudgedMember = Readonly<{
  position: number;
  member: ChoiceMember;
  settled: SettledForm | null;
  own: OwnForm | null;
  mayJoin: boolean;
  birthNeeded: boolean;
  remarks: readonly Remark[];
}>;

/**
 * Which members should join by household and which by their own group, so that all together pay least: exact over all
 * members. Law on Health Insurance articles 12 and 13 clauses 5 and 6; Decree 188/2025/NĐ-CP articles 5 and 6.
 */
export function householdChoice(
  { date, province, members }: HouseholdChoiceSituation,
  table: ParameterTable,
): Outcome<HouseholdChoiceFigures> {
  if (members === undefined || members.length === 0) return { status: 'incomplete', missing: ['members'] };
  const read = readParameters(table, date, ['reference_level', 'hhi.rate', ...ladderIds]);
  const choice = lookUp(table, 'hhi.household_choice', date);
  const judged = members.map((member, index) => judge(table, { date, province, member, index }));
  const missing = judged.flatMap((one) => (one.status === 'missing' ? [one.field] : []));
  if (missing.length > 0) return { status: 'incomplete', missing };
  const unknown = [
    ...(read.status === 'unknown' ? read.unknown : []),
    ...(choice.status === 'unknown' ? [choice] : []),
    ...judged.flatMap((one) => (one.status === 'unknown' ? one.unknown : [])),
  ];
  if (read.status === 'unknown' || choice.status === 'unknown' || unknown.length > 0) {
    return { status: 'unknownParameter', date, unknown: onceEach(unknown) };
  }

  const mayChoose = householdChoiceSchema.parse(choice.value);
  const found = judged
    .flatMap((one) => (one.status === 'found' ? [one.judged] : []))
    .map((one) => ({ ...one, mayJoin: mayJoin(one, mayChoose) }));
  const price = (rank: number, months: number): number =>
    roundedProduct({
      factors: [read.value('reference_level'), months],
      percents: [read.value('hhi.rate'), read.value(ladderId(rank))],
    });
  const open = found.filter(({ settled }) => settled === null);
  const choosers = open.map(({ own, mayJoin: join, member }): Chooser => ({
    own: own?.shares.pay ?? null,
    mayJoin: join,
    months: member.months ?? 0,
  }));
  const best = cheapestForms(choosers, price);
  const joined = new Set(open.filter((_, index) => best[index]).map(({ position }) => position));
  const total = costOf(choosers, best, price);
  const totalByHousehold = costOf(
    choosers,
    choosers.map((chooser) => chooser.mayJoin),
    price,
  );
  const totalByGroup = costOf(
    choosers,
    choosers.map(({ own }) => own === null),
    price,
  );
  const figures = {
    members: memberFigures(found, joined, price),
    total,
    totalByHousehold,
    totalByGroup,
    saving: Math.max(totalByHousehold, totalByGroup) - total,
  };
  const used = usedIn(read.used, found, figures.members);
  const told = { date, province, judged: found, figures, value: read.value };
  return {
    status: 'amount',
    date,
    figures,
    steps: choiceSteps(told),
    parameters: used,
    assumptions: choiceAssumptions(told),
    warnings: choiceWarnings(table, told, used),
  };
}

type Judged =
  | Readonly<{ status: 'found'; judged: Omit<JudgedMember, 'mayJoin'> }>
  | Readonly<{ status: 'missing'; field: string }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

function judge(
  table: ParameterTable,
  {
    date,
    province,
    member,
    index,
  }: Readonly<{ date: string; province: string | undefined; member: ChoiceMember; index: number }>,
): Judged {
  const { months, birth, groups = [], resident = 'permanent' } = member;
  const nothing = { position: index + 1, member, own: null, birthNeeded: false, remarks: [] };
  const settled = settledForm(table, { date, birth, groups });
  if (settled.status === 'found' && settled.settled !== null) {
    return { status: 'found', judged: { ...nothing, settled: settled.settled } };
  }
  if (months === undefined) return { status: 'missing', field: `members.${index}.months` };
  if (settled.status === 'unknown') return settled;
  const forms = ownForm(table, { date, province, months, person: { groups, birth, resident } });
  if (forms.status === 'unknown') return forms;
  const { own, birthNeeded, remarks } = forms;
  return { status: 'found', judged: { ...nothing, settled: null, own, birthNeeded, remarks } };
}

/** Whether the law leaves a member the household form; a card that the province pays in full leaves nothing to choose. */
function mayJoin(
  { member, settled, own }: Omit<JudgedMember, 'mayJoin'>,
  mayChoose: readonly string[],
): boolean {
  if (settled !== null || member.resident === 'none') return false;
  if (own?.form === 'local' && own.shares.pay === 0) return false;
  return supportedGroups
    .filter((group) => member.groups?.includes(group) === true)
    .every((group) => mayChoose.includes(group));
}

function memberFigures(
  judged: readonly JudgedMember[],
  joined: ReadonlySet<number>,
  price: (rank: number, months: number) => number,
): readonly MemberFigures[] {
  return judged.map(({ position, member, settled, own, mayJoin: join }): MemberFigures => {
    if (settled !== null) {
      const unknown = { rank: null, months: null, gross: null, state: null, local: null };
      const pay = settled.form === 'state_paid' ? 0 : null;
      return { position, ...settled, ...unknown, pay, alternatives: [] };
    }
    const months = member.months ?? 0;
    const rank = judged.filter((other) => other.position <= position && joined.has(other.position)).length;
    if (joined.has(position)) {
      const pay = price(rank, months);
      const shares = { gross: pay, state: 0, local: 0, pay };
      const alternatives =
        own === null ? [] : [{ form: own.form, group: own.group, rank: null, pay: own.shares.pay }];
      return { position, form: 'household', group: null, rank, months, ...shares, alternatives };
    }
    if (own === null) throw new Error(`Member ${position} has no form of insurance.`);
    const pay = price(rank + 1, months);
    const alternatives = join ? [{ form: 'household' as const, group: null, rank: rank + 1, pay }] : [];
    return { position, form: own.form, group: own.group, rank: null, months, ...own.shares, alternatives };
  });
}

/** The rows that entered the amounts: the ranks in use and the support of the forms that were taken. */
function usedIn(
  base: readonly UsedParameter[],
  judged: readonly JudgedMember[],
  figures: readonly MemberFigures[],
): readonly UsedParameter[] {
  const ranks = figures.flatMap(({ rank, alternatives }) => [
    rank,
    ...alternatives.map((other) => other.rank),
  ]);
  const ladder = new Set<string>(ranks.flatMap((rank) => (rank === null ? [] : [ladderId(rank)])));
  const own = judged.flatMap((one) => one.own?.used ?? []);
  const used = [...base.filter(({ id }) => !id.startsWith('hhi.ladder.') || ladder.has(id)), ...own];
  return [...new Map(used.map((row) => [row.id, row])).values()];
}

function onceEach(unknown: readonly UnknownParameter[]): readonly UnknownParameter[] {
  return [...new Map(unknown.map((one) => [one.id, one])).values()];
}

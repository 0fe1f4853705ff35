import { findLocalSupport, localSupportWarnings, usedLocalSupport } from '../localSupport.js';
import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { Remark, Shares } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { selfPaidGroups, supportedGroups, type HealthGroup, type SupportedGroup } from './groups.js';
import { localForPerson, type LocalPerson } from './localForPerson.js';
import { supportIds, supportShares } from './supportShares.js';

/** How a person may be insured without the household: by a supported group, the province, or alone. */
export type OwnForm = Readonly<{
  form: 'supported' | 'local' | 'individual';
  group: HealthGroup | null;
  shares: Shares;
  used: readonly UsedParameter[];
  /** What has to be said when this form is counted. */
  remarks: readonly Remark[];
}>;

export type OwnForms =
  | Readonly<{ status: 'found'; own: OwnForm | null; birthNeeded: boolean; remarks: readonly Remark[] }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

type Insured = Readonly<{
  date: string;
  province: string | undefined;
  months: number;
  person: LocalPerson;
}>;

/**
 * The cheapest way to be insured without the household form: the supported group with the highest support, what the
 * province pays, or the full contribution alone; null for who has only the household form.
 * Law on Health Insurance articles 12 clauses 4 and 5, 13 clause 5 g.
 */
export function ownForm(table: ParameterTable, insured: Insured): OwnForms {
  const { date, province, months, person } = insured;
  const base = readParameters(table, date, ['reference_level', 'hhi.rate']);
  if (base.status === 'unknown') return base;
  const rates = { referenceLevel: base.value('reference_level'), rate: base.value('hhi.rate') };

  const groups = supportedGroups.filter((group) => person.groups.includes(group));
  const supports = readParameters(table, date, [...new Set(groups.map((group) => supportIds[group]))]);
  if (supports.status === 'unknown') return supports;
  const supported = groups.map((group): OwnForm => {
    const local = localOf(table, insured, group);
    const percent = local?.status === 'known' ? local.percent : 0;
    const state = supports.value(supportIds[group]);
    const shares = supportShares({ ...rates, state, local: percent }, months);
    const stateUsed = supports.used.filter(({ id }) => id === supportIds[group]);
    const counted = shares.local > 0;
    return {
      form: 'supported',
      group,
      shares,
      used: [...stateUsed, ...(counted && local !== null ? usedLocalSupport(local) : [])],
      remarks: shares.state === shares.gross || local === null ? [] : localSupportWarnings(local, counted),
    };
  });

  const { best, blocked, birthNeeded } = localForPerson(table, { province, date, person });
  const forms = [...supported];
  if (best !== null) {
    const { row, percent, used } = best;
    const support = { status: 'known', percent, row } as const;
    forms.push({
      form: 'local',
      group: person.groups.find((group) => row.groups.includes(group)) ?? null,
      shares: supportShares({ ...rates, state: 0, local: percent }, months),
      used: [...used, ...usedLocalSupport(support)],
      remarks: localSupportWarnings(support, true),
    });
  }
  const selfPaid = selfPaidGroups.find((group) => person.groups.includes(group));
  if (selfPaid !== undefined || person.resident === 'none') {
    const shares = supportShares({ ...rates, state: 0, local: 0 }, months);
    forms.push({ form: 'individual', group: selfPaid ?? null, shares, used: [], remarks: [] });
  }
  const [own] = forms.toSorted((a, b) => a.shares.pay - b.shares.pay);
  const lacksCard = own === undefined || own.shares.pay > 0;
  return {
    status: 'found',
    own: own ?? null,
    birthNeeded: lacksCard && birthNeeded,
    remarks: blocked !== null && lacksCard ? [{ code: 'local_without_support_doubtful', operands: {} }] : [],
  };
}

/** The province's share on top of a supported group; null for who isn't registered there. */
function localOf(table: ParameterTable, { date, province, person }: Insured, group: SupportedGroup) {
  if (person.resident === 'none') return null;
  return findLocalSupport(table, { scheme: 'hhi', province, groups: [group], date });
}

import {
  figure,
  household,
  supported,
  supportedGroups,
  voluntary,
  voluntaryGroups,
  type Outcome,
  type ParameterTable,
} from '../policy/index.js';
import type { ChangeScope } from './changedFigures.js';
import type { TableChange } from './tableRecords.js';

/** What somebody pays (whole đồng) under the table in use and under the changed one; null where it can't be told. */
export type EstimateChange = Readonly<{
  kind: 'voluntary' | 'household' | 'supported';
  group: string | null;
  province: string | null;
  from: string;
  before: number | null;
  after: number | null;
}>;

type Sample = Pick<EstimateChange, 'kind' | 'group' | 'province'> &
  Readonly<{ pay: (table: ParameterTable, date: string) => number | null }>;

/**
 * A few usual cases under both tables: all of them today, and on later days those that differ. A change of local support
 * brings the cases of its province along.
 */
export function changedEstimates(
  before: ParameterTable,
  after: ParameterTable,
  { change, scope, today }: Readonly<{ change: TableChange; scope: ChangeScope; today: string }>,
): readonly EstimateChange[] {
  return [...localSamples(before, change), ...samples].flatMap(({ pay, ...sample }) => {
    const changes: EstimateChange[] = [];
    let last = '';
    for (const from of scope.days.filter((day) => day >= today)) {
      const pair = { before: pay(before, from), after: pay(after, from) };
      const key = pair.before === pair.after ? '' : JSON.stringify(pair);
      if (from === today || (key !== '' && key !== last)) changes.push({ ...sample, from, ...pair });
      last = key;
    }
    return changes;
  });
}

const householdMembers = ['first', 'second', 'third', 'fourth'] as const;

const samples: readonly Sample[] = [
  voluntarySample('other', null),
  voluntarySample('poor', null),
  voluntarySample('near_poor', null),
  voluntarySample('ethnic_minority', null),
  {
    kind: 'household',
    group: null,
    province: null,
    pay: (table, date) => {
      const months = numberOn(table, 'hhi.period.yearly', date);
      const outcome = household({ date, members: householdMembers.map(() => ({ months })) }, table);
      return amountOf(outcome, ({ total }) => total);
    },
  },
  supportedSample('near_poor', null),
];

/** The cases of the people whom a changed row of local support concerns. */
function localSamples(before: ParameterTable, change: TableChange): readonly Sample[] {
  if (change.kind === 'parameter') return [];
  const rows = [before.localSupport.find(({ id }) => id === change.id), change.record].filter(
    (row) => row !== undefined && row !== null,
  );
  const wanted = new Map(
    rows.flatMap(({ scheme, province, groups }) =>
      groups.map((group) => [`${scheme} ${province} ${group}`, { scheme, province, group }] as const),
    ),
  );
  return [...wanted.values()].map(({ scheme, province, group }) =>
    scheme === 'vsi' ? voluntarySample(group, province) : supportedSample(group, province),
  );
}

/** Voluntary insurance on the lowest income, by the month. */
function voluntarySample(group: string, province: string | null): Sample {
  const groups = voluntaryGroups.filter((known) => known === group);
  return {
    kind: 'voluntary',
    group,
    province,
    pay: (table, date) => {
      const income = numberOn(table, 'figure.vsi.floor_income', date);
      const situation = { date, income, groups, mode: 'monthly' as const, supportedMonths: 0 };
      const outcome = voluntary(province === null ? situation : { ...situation, province }, table);
      return amountOf(outcome, ({ monthly }) => monthly.pay);
    },
  };
}

/** Health insurance of a supported group for a year. */
function supportedSample(name: string, province: string | null): Sample {
  const group = supportedGroups.find((known) => known === name);
  return {
    kind: 'supported',
    group: name,
    province,
    pay: (table, date) => {
      const months = numberOn(table, 'hhi.period.yearly', date);
      const situation = { date, group, months };
      const outcome = supported(province === null ? situation : { ...situation, province }, table);
      return amountOf(outcome, ({ pay }) => pay);
    },
  };
}

function amountOf<Figures>(outcome: Outcome<Figures>, read: (figures: Figures) => number): number | null {
  return outcome.status === 'amount' ? read(outcome.figures) : null;
}

function numberOn(table: ParameterTable, reference: string, date: string): number | undefined {
  const found = figure(table, reference, date);
  return found.status === 'found' && typeof found.value === 'number' ? found.value : undefined;
}

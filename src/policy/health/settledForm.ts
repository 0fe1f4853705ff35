import { lookUp, type UnknownParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { groupOrderSchema } from '../tableSchemas.js';
import { childCardEnd } from './childCardEnd.js';
import { lawGroups, otherCardGroups, statePaidGroups, type HealthGroup, type LawGroup } from './groups.js';

/** A form about which a person has no choice: the State pays, or employment or the insurance fund does. */
export type SettledForm = Readonly<{ form: 'state_paid' | 'other_card'; group: LawGroup }>;

export type Settled =
  | Readonly<{ status: 'found'; settled: SettledForm | null }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/**
 * The group by which a person must be insured when it is one that others pay in full: the first in the order of the
 * law, null when there is none. A birth (`YYYY-MM-DD`) decides whether the card of a child still holds.
 * Law on Health Insurance article 13 clause 5 a, d, đ.
 */
export function settledForm(
  table: ParameterTable,
  {
    date,
    birth,
    groups,
  }: Readonly<{ date: string; birth: string | undefined; groups: readonly HealthGroup[] }>,
): Settled {
  const order = lookUp(table, 'hhi.group_order', date);
  if (order.status === 'unknown') return { status: 'unknown', unknown: [order] };
  const child = birth === undefined ? undefined : childCardEnd(table, birth, date);
  if (child?.status === 'unknown') return child;

  const isChild = child === undefined ? groups.includes('child_under_6') : date <= child.day;
  const held: readonly string[] = [
    ...groups.filter((group) => group !== 'child_under_6'),
    ...(isChild ? ['child_under_6'] : []),
  ];
  const rows = groupOrderSchema.parse(order.value);
  const inOrder = [...rows.filter(({ first }) => first === true), ...rows];
  const paying = inOrder.find(({ group }) => held.includes(group) && formOf(group) !== null)?.group;
  const group = lawGroups.find((code) => code === paying);
  const form = group === undefined ? null : formOf(group);
  return {
    status: 'found',
    settled: group === undefined || form === null ? null : { form, group },
  };
}

function formOf(group: string): SettledForm['form'] | null {
  if (otherCardGroups.some((code) => code === group)) return 'other_card';
  return statePaidGroups.some((code) => code === group) ? 'state_paid' : null;
}

import { describe, expect, test } from '@jest/globals';
import {
  householdChoice,
  supportedGroups,
  type ChoiceMember,
  type ParameterTable,
} from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';

function choose(member: ChoiceMember, rules: ParameterTable = table) {
  const outcome = householdChoice({ date, province: 'ha-noi', members: [{ months: 12, ...member }] }, rules);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  const [only] = outcome.figures.members;
  if (only === undefined) throw new Error('No member.');
  return only;
}

describe('who may be insured in several ways', () => {
  const pairs = supportedGroups.flatMap((first) =>
    supportedGroups.filter((second) => second !== first).map((second) => [first, second] as const),
  );

  test.each(pairs)('%s and %s: pays what the cheaper of both asks', (first, second) => {
    const alone = [first, second].map((group) => choose({ groups: [group] }).pay);
    expect(choose({ groups: [first, second] }).pay).toBe(Math.min(...alone.map(Number)));
  });
});

describe('who fits several resolutions of a province', () => {
  const [pattern] = table.localSupport.filter(
    ({ scheme, province, ages }) => scheme === 'hhi' && province === 'ha-noi' && ages !== undefined,
  );
  const elder = { birth: '1955-01-01', resident: 'permanent' } as const;

  test.each([
    ['the lower first', [40, 70]],
    ['the higher first', [70, 40]],
  ])('gets the higher share: %s', (_, percents) => {
    if (pattern === undefined) throw new Error('No resolution by age is shipped.');
    const rows = percents.map((percent) => ({ ...pattern, id: `${pattern.id}.${percent}`, percent }));
    const others = table.localSupport.filter(({ id }) => id !== pattern.id);
    const { gross, local } = choose(elder, { ...table, localSupport: [...others, ...rows] });
    expect(local).toBe((Number(gross) * 70) / 100);
  });

  test('gets nothing from a province where they are not registered', () => {
    expect(choose({ ...elder, resident: 'none' })).toMatchObject({ form: 'individual', local: 0 });
  });
});

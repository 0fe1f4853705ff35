import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Outcome, ParameterTable } from '../../src/policy/index.js';
import { fullSituations, type FullSituation } from './fullSituations.js';
import { outcomeLines } from './outcomeLines.js';
import { shippedTable } from './shippedTable.js';

/*
 * What a rule answers when a figure of the law is not known, or when something is not told: never a guess and never a failure. The
 * answers are kept as they were read and approved; after a wanted change: UPDATE_GOLDEN=1 npm test -- test/policy/lacking.
 */
const table = shippedTable();
const ids = [...table.parameters.keys()];

describe.each(fullSituations)('$name', (situation) => {
  const whole = situation.run(table);

  test('has an answer when all is known and told', () => {
    expect(outcomeLines(whole)[0]).toMatch(/^(?:amount|notEligible)/u);
  });

  test('answers as approved', () => {
    expectApproved(`whole/${fileOf(situation)}`, outcomeLines(whole));
  });

  test('names every figure it needs and the table lacks, and needs none that it does not name', () => {
    const used = new Set(whole.status === 'amount' ? whole.parameters.map(({ id }) => id) : []);
    const lines = ids.flatMap((id) => {
      const outcome = situation.run(lacking(id));
      if (outcomeLines(outcome).join() === outcomeLines(whole).join()) {
        return used.has(id) ? [`${id}: still the same`] : [];
      }
      if (outcome.status === 'unknownParameter') expect(namesOf(outcome)).toContain(id);
      return [`${id}: ${brief(outcome, whole)}`];
    });
    expectApproved(`figures/${fileOf(situation)}`, lines);
  });

  test('says what is missing, or what it takes for it', () => {
    const lines = situation.fields.flatMap((field) => [
      `without ${field}`,
      ...differences(situation.run(table, field), whole),
    ]);
    expectApproved(`fields/${fileOf(situation)}`, lines);
  });
});

/** The table as if nobody had published the parameter. */
function lacking(id: string): ParameterTable {
  return { ...table, parameters: new Map([...table.parameters].filter(([other]) => other !== id)) };
}

function namesOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.status === 'unknownParameter' ? outcome.unknown.map(({ id }) => id) : [];
}

function brief(outcome: Outcome<unknown>, whole: Outcome<unknown>): string {
  return outcome.status === 'amount'
    ? differences(outcome, whole).join(' / ')
    : outcomeLines(outcome).join(' / ');
}

/** The lines that are not in the whole answer, and those of it that are gone. */
function differences(outcome: Outcome<unknown>, whole: Outcome<unknown>): readonly string[] {
  const [now, before] = [outcomeLines(outcome), outcomeLines(whole)];
  if (outcome.status !== 'amount') return now;
  return [
    ...now.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
    ...before.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
  ];
}

function fileOf({ name }: FullSituation): string {
  return `${name.replaceAll(' ', '-')}.txt`;
}

/** Lines in a file of their own, compared without empty ones. */
function expectApproved(name: string, lines: readonly string[]): void {
  const file = `test/policy/golden/situations/${name}`;
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(file, lines.join('\n'));
  expect(existsSync(file)).toBe(true);
  expect(lines).toEqual(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  );
}

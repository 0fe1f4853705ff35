import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/policy/index.js';
import { outcomesByKind } from '../estimates/outcomes/index.js';
import { outcomeLines } from './outcomeLines.js';

/*
 * Whole outcomes as they were read and approved, one of each course that a rule can take: a change of the rules shows here in every
 * figure, step and remark it touches. The figures themselves stand in the tests named by their article. After a wanted change:
 * UPDATE_GOLDEN=1 npm test -- test/policy/golden, then read the difference.
 */
const folder = 'test/policy/golden';
const MOST = 60;

describe.each(Object.entries(outcomesByKind))('%s', (kind, outcomes) => {
  test('answers in every course as approved', () => {
    const file = `${folder}/${kind}.txt`;
    const lines = courses(outcomes).flatMap((outcome) => [...outcomeLines(outcome), '']);
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(file, `${lines.join('\n')}`);
    expect(existsSync(file)).toBe(true);
    expect(lines).toEqual(readFileSync(file, 'utf8').split('\n'));
  });
});

/** The first outcome of each course (the same status with the same steps and remarks); of very many, evenly chosen ones. */
function courses(outcomes: readonly Outcome<unknown>[]): readonly Outcome<unknown>[] {
  const first = new Map<string, Outcome<unknown>>();
  for (const outcome of outcomes) {
    const course = courseOf(outcome);
    if (!first.has(course)) first.set(course, outcome);
  }
  const found = [...first.values()];
  const every = Math.max(1, found.length / MOST);
  return found.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
}

function courseOf(outcome: Outcome<unknown>): string {
  switch (outcome.status) {
    case 'amount':
      return [...outcome.steps, ...outcome.assumptions, ...outcome.warnings].map(({ code }) => code).join();
    case 'notEligible':
      return `not ${outcome.reasons.map(({ code }) => code).join()}`;
    case 'incomplete':
      return `incomplete ${outcome.missing.join()}`;
    case 'unknownParameter':
      return `unknown ${outcome.unknown.map(({ id }) => id).join()}`;
  }
}

import type { Operands, Outcome } from '../../src/policy/index.js';

/** An outcome in lines that a person can read and a change shows in: what it answers, its figures, every step and remark with its operands. */
export function outcomeLines(outcome: Outcome<unknown>): readonly string[] {
  switch (outcome.status) {
    case 'incomplete':
      return [`incomplete ${outcome.missing.join(' ')}`];
    case 'unknownParameter':
      return [
        `unknownParameter ${outcome.date}`,
        ...outcome.unknown.map(({ id, date }) => `  ${id} ${date}`),
      ];
    case 'notEligible':
      return [
        `notEligible ${outcome.date}`,
        ...outcome.reasons.map(({ code, operands, basis }) => line(code, operands, JSON.stringify(basis))),
      ];
    case 'amount':
      return [
        `amount ${outcome.date} ${JSON.stringify(outcome.figures)}`,
        ...outcome.steps.map(({ code, operands, value }) => line(code, operands, `= ${value}`)),
        ...outcome.assumptions.map(({ code, operands }) => line(`assumed ${code}`, operands)),
        ...outcome.warnings.map(({ code, operands }) => line(`warned ${code}`, operands)),
        `  by ${outcome.parameters.map(({ id, from }) => `${id}@${from}`).join(' ')}`,
      ];
  }
}

function line(code: string, operands: Operands, rest = ''): string {
  const values = Object.entries(operands).map(([name, { value }]) => `${name}:${value}`);
  return `  ${[code, ...values, rest].filter((part) => part !== '').join(' ')}`;
}

import { readChoice, readYesNo } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { readRelation } from '../family/relations.js';
import type { Slot } from '../forms/Form.js';
import type { VoluntaryValues } from '../forms/voluntaryValues.js';
import { namesOf } from '../say/persons.js';
import { taxMethods } from '../told/facts.js';
import { readOccupation, readToldOccupation } from '../told/readOccupation.js';

/** What the buttons offer; every other occupation is typed. */
const offered = ['farmer', 'trader', 'employee', 'business'] as const;

/** Asked at the very beginning only: who has told anything of the price wants the price. */
export function occupationSlot(): Slot<VoluntaryValues> {
  return {
    name: 'occupation',
    expects: 'occupation',
    missing: 'occupation',
    named: /^(?:nghe(?: nghiep)?|cong viec|viec lam|my occupation|occupation|job|work)\b/,
    fills: ['occupation', 'occupationOpen', 'tax'],
    wanted: ({ occupation, occupationOpen, income, groups, mode }) =>
      [occupation, occupationOpen, income, groups, mode].every((value) => value === undefined),
    ask: (turn, { person = 'self' }) => ({
      text: turn.t('occupation.ask', namesOf(turn, person, undefined)),
      choices: [...offered.map((name) => ({ title: turn.t(`occupation.${name}`) })), turn.button('skip')],
    }),
    read: (turn) => {
      const choice = readChoice(
        turn.text,
        offered.map((value) => ({ value, label: turn.t(`occupation.${value}`) })),
      );
      if (choice.status === 'value') return filled({ occupation: choice.value });
      const occupation = readOccupation(turn);
      return occupation === undefined
        ? { status: 'missed', hint: turn.t('occupation.missed') }
        : filled({ occupation });
    },
    skip: () => ({ occupationOpen: true }),
  };
}

/** How a household business is taxed decides whether its owner may join. */
export function taxSlot(): Slot<VoluntaryValues> {
  return {
    name: 'tax',
    expects: 'tax',
    missing: 'tax',
    named: /^(?:thue|cach nop thue|cach dong thue|nop thue|tax)\b/,
    fills: ['tax'],
    wanted: ({ occupation, tax }) => occupation === 'business' && tax === undefined,
    ask: (turn) => ({
      text: turn.t('occupation.tax'),
      choices: taxMethods.map((name) => ({ title: turn.t(`tax.${name}`) })),
    }),
    read: (turn) => {
      const choice = readChoice(
        turn.text,
        taxMethods.map((value) => ({ value, label: turn.t(`tax.${value}`) })),
      );
      if (choice.status === 'value') return filled({ tax: choice.value });
      const said = `${turn.plain} ${turn.text.toLowerCase()}`;
      const denies = readYesNo(turn.text);
      if (/\b(?:khoan|khong ke khai|khong dong thue|khong nop thue|mien thue|lump sum)\b/.test(said))
        return filled({ tax: 'other' });
      if (/\b(?:ke khai|declar\w*)\b/.test(said)) return filled({ tax: 'declaration' });
      return denies.status === 'value' && !denies.value
        ? filled({ tax: 'other' })
        : { status: 'missed', hint: turn.t('occupation.tax_missed') };
    },
    skip: () => ({ tax: 'unknown' }),
  };
}

/** An occupation told while something else was asked. */
export function occupationIn(turn: ChatTurn): Pick<VoluntaryValues, 'occupation'> {
  const occupation = readRelation(turn) === undefined ? readToldOccupation(turn) : undefined;
  return occupation === undefined ? {} : { occupation };
}

function filled(values: Partial<VoluntaryValues>) {
  return { status: 'filled', values } as const;
}

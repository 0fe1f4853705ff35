import { formatNumber, formatVnd } from '../../src/i18n/index.js';
import {
  readChoice,
  readGroups,
  readMode,
  readMoney,
  readMonths,
  readYears,
} from '../../src/language/index.js';
import type { VoluntaryGroup, VoluntaryMode } from '../../src/policy/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { fittingTexts } from '../occupation/fittingTexts.js';
import { mayJoin, sayExcluded } from '../occupation/sayExcluded.js';
import { occupationIn, occupationSlot, taxSlot } from '../occupation/occupationSlots.js';
import { sayVoluntaryEstimate } from '../sayEstimate.js';
import { amountOf, ceilingIncome, floorIncome } from '../tableValues.js';
import { keep, withoutBusiness } from '../told/readFacts.js';
import type { Form, Slot } from './Form.js';
import {
  mostArrears,
  readVoluntaryValues,
  voluntaryValuesSchema,
  type VoluntaryValues,
} from './voluntaryValues.js';

/** Round amounts beside the lowest that people choose most; not figures of the law. */
const exampleIncomes = [2_000_000, 3_000_000, 5_000_000];
const offeredGroups = ['poor', 'near_poor', 'ethnic_minority', 'none'] as const;
const offeredModes = ['monthly', 'quarterly', 'half_yearly', 'yearly', 'advance'] as const;

/** Occupation, income, group, way to pay: what an estimate of voluntary social insurance needs. */
export const voluntaryForm: Form<VoluntaryValues> = {
  id: 'voluntary',
  schema: voluntaryValuesSchema,
  slots: [
    occupationSlot(),
    taxSlot(),
    ...[incomeSlot(), groupsSlot(), modeSlot(), yearsSlot(), monthsSlot()].map(whileOpen),
  ],
  overhear: (turn) => ({ ...readVoluntaryValues(turn), ...occupationIn(turn) }),
  holdsPersonal: () => false,
  finish: async (turn, values) => {
    const { person = 'self', groupOpen, occupationOpen: _open, occupation, tax, ...input } = values;
    if (person === 'self') {
      const { income } = values;
      keep(turn, { occupation, tax, income, ...(groupOpen === true ? {} : { groups: values.groups }) });
    }
    if (!mayJoin(values)) return sayExcluded(turn, values);
    const fitting = fittingTexts(turn, values);
    await sayVoluntaryEstimate(turn, { ...input, locale: turn.memory.locale }, { person, fitting });
  },
};

/** Nothing is asked about money of somebody whom the scheme is closed to. */
function whileOpen(slot: Slot<VoluntaryValues>): Slot<VoluntaryValues> {
  return { ...slot, wanted: (values) => mayJoin(values) && slot.wanted(values) };
}

function incomeSlot(): Slot<VoluntaryValues> {
  return {
    name: 'income',
    expects: 'income',
    missing: 'income',
    named:
      /^(?:muc(?: (?:thu nhap|dong|tien))?|thu nhap|so tien|luong|tien|my income|the income|income|level)\b/,
    fills: ['income'],
    wanted: ({ income }) => income === undefined,
    ask: (turn) => {
      const lowest = floorIncome(turn);
      return {
        text: turn.t('voluntary.income'),
        choices: [
          turn.button('lowest', { amount: formatVnd(lowest) }),
          ...exampleIncomes
            .filter((amount) => amount > lowest)
            .map((amount) => ({ title: formatVnd(amount) })),
          turn.button('skip'),
        ],
      };
    },
    read: (turn) => {
      const lowest = floorIncome(turn);
      const highest = ceilingIncome(turn);
      // English words are looked for as typed: the plain form is made for Vietnamese.
      if (
        /\b(?:thap nhat|toi thieu|it nhat|re nhat)\b/.test(turn.plain) ||
        /\b(?:lowest|minimum|least)\b/i.test(turn.text)
      )
        return filled({ income: lowest });
      if (/\b(?:cao nhat|toi da|nhieu nhat)\b/.test(turn.plain) || /\b(?:highest|maximum)\b/i.test(turn.text))
        return filled({ income: highest });
      const money = readMoney(turn.told);
      const bounds = { floor: formatVnd(lowest), ceiling: formatVnd(highest) };
      if (money.status === 'none') return { status: 'missed', hint: turn.t('voluntary.income_missed') };
      if (money.status === 'range') {
        return {
          status: 'missed',
          hint: turn.t('voluntary.income_range', { from: formatVnd(money.from), to: formatVnd(money.to) }),
        };
      }
      if (money.status === 'unclear') {
        const suggestion = money.suggestion === undefined ? undefined : formatVnd(money.suggestion);
        return {
          status: 'missed',
          hint:
            suggestion === undefined
              ? turn.t('voluntary.income_missed')
              : turn.t('voluntary.income_unclear', { amount: suggestion }),
        };
      }
      if (money.value < lowest) {
        return {
          status: 'missed',
          hint: turn.t('voluntary.income_low', { amount: formatVnd(money.value), ...bounds }),
        };
      }
      if (money.value > highest) {
        return {
          status: 'missed',
          hint: turn.t('voluntary.income_high', { amount: formatVnd(money.value), ...bounds }),
        };
      }
      return filled({ income: money.value });
    },
    skip: (turn) => ({ income: floorIncome(turn) }),
  };
}

function groupsSlot(): Slot<VoluntaryValues> {
  return {
    name: 'groups',
    expects: 'group',
    missing: 'groups',
    named: /^(?:dien(?: ho tro)?|ho tro|doi tuong|nhom|my group|the group|group)\b/,
    fills: ['groups', 'groupOpen'],
    wanted: ({ groups }) => groups === undefined,
    ask: (turn) => ({
      text: turn.t('voluntary.group'),
      choices: [...offeredGroups.map((name) => ({ title: turn.t(`group.${name}`) })), turn.button('skip')],
    }),
    read: (turn) => {
      const choice = readChoice(
        turn.text,
        offeredGroups.map((value) => ({ value, label: turn.t(`group.${value}`) })),
      );
      if (choice.status === 'value') return filled({ groups: choice.value === 'none' ? [] : [choice.value] });
      const groups = readGroups(withoutBusiness(turn.told));
      if (groups.status === 'value') return filled({ groups: [...groups.value] satisfies VoluntaryGroup[] });
      return { status: 'missed', hint: turn.t('voluntary.group_missed') };
    },
    skip: () => ({ groups: [], groupOpen: true }),
  };
}

function modeSlot(): Slot<VoluntaryValues> {
  return {
    name: 'mode',
    expects: 'mode',
    missing: 'mode',
    named:
      /^(?:cach (?:dong|nop|tra)|phuong thuc(?: dong)?|hinh thuc(?: dong)?|kieu dong|ky dong|dong theo|cach|the way|way|mode|payment)\b/,
    fills: ['mode', 'years', 'months'],
    wanted: ({ mode }) => mode === undefined,
    ask: (turn) => ({
      text: turn.t('voluntary.mode'),
      choices: offeredModes.map((name) => ({ title: turn.t(`mode.${name}`) })),
    }),
    read: (turn) => {
      const choice = readChoice(
        turn.text,
        offeredModes.map((value) => ({ value, label: turn.t(`mode.${value}`) })),
      );
      const mode = readMode(turn.told);
      if (mode.status === 'value') {
        const { years } = mode.value;
        return filled({
          mode: mode.value.mode satisfies VoluntaryMode,
          ...(years === undefined ? {} : { years }),
        });
      }
      if (choice.status === 'value') return filled({ mode: choice.value });
      return {
        status: 'missed',
        hint: turn.t(mode.status === 'unclear' ? 'voluntary.mode_unclear' : 'voluntary.mode_missed'),
      };
    },
    skip: () => ({ mode: 'monthly' }),
  };
}

function yearsSlot(): Slot<VoluntaryValues> {
  return {
    name: 'years',
    expects: 'years',
    missing: 'years',
    named: /^(?:so nam(?: dong truoc| dong)?|may nam|years|number of years)\b/,
    fills: ['years'],
    wanted: ({ mode, years }) => mode === 'advance' && years === undefined,
    ask: (turn) => {
      const { fewest, most } = yearsAhead(turn);
      return {
        text: turn.t('voluntary.years'),
        choices: Array.from({ length: most - fewest + 1 }, (_, index) => ({
          title: turn.t('voluntary.years_choice', { years: fewest + index }),
        })),
      };
    },
    read: (turn) => {
      const { fewest, most } = yearsAhead(turn);
      const years = readYears(turn.told);
      if (
        years.status === 'value' &&
        Number.isInteger(years.value) &&
        years.value >= fewest &&
        years.value <= most
      ) {
        return filled({ years: years.value });
      }
      return { status: 'missed', hint: turn.t('voluntary.years_missed', { fewest, most }) };
    },
  };
}

function monthsSlot(): Slot<VoluntaryValues> {
  return {
    name: 'months',
    expects: 'months',
    missing: 'arrears',
    named: /^(?:so thang(?: con thieu| thieu)?|thang thieu|may thang|months|number of months)\b/,
    fills: ['months'],
    wanted: ({ mode, months }) => mode === 'arrears' && months === undefined,
    ask: (turn) => ({ text: turn.t('voluntary.months', { most: mostArrears(turn) }), choices: [] }),
    read: (turn) => {
      const most = mostArrears(turn);
      const months = readMonths(turn.told);
      if (
        months.status === 'value' &&
        Number.isInteger(months.value) &&
        months.value >= 1 &&
        months.value <= most
      ) {
        return filled({ months: months.value });
      }
      return { status: 'missed', hint: turn.t('voluntary.months_missed', { most: formatNumber(most) }) };
    },
  };
}

function filled(values: Partial<VoluntaryValues>) {
  return { status: 'filled', values } as const;
}

function yearsAhead(turn: ChatTurn): Readonly<{ fewest: number; most: number }> {
  return { fewest: amountOf(turn, 'vsi.advance.min_years'), most: amountOf(turn, 'vsi.advance.max_years') };
}

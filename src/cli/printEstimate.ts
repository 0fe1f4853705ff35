import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  estimateHousehold,
  estimateInputs,
  estimatePension,
  estimateSupported,
  estimateVoluntary,
  type AnyEstimate,
  type EstimateDeps,
} from '../estimates/index.js';
import { createTranslator, toLocale, vietnamDate, type Translate } from '../i18n/index.js';
import { projectRoot } from '../paths.js';
import { parseParameterTable, type ParameterTable } from '../policy/index.js';

const numbers = [
  'income',
  'years',
  'supportedMonths',
  'householdRank',
  'averageIncome',
  'monthsPaid',
  'monthsPlanned',
];
const texts = ['date', 'locale', 'mode', 'province', 'group', 'sex', 'birth'];

/** Makes an estimate with the shipped parameter table and prints it as text, or as the API's JSON with `--json`. */
export async function printEstimate(args: readonly string[]): Promise<number> {
  const [kind = '', ...rest] = args;
  const { values } = parseArgs({
    args: rest,
    options: {
      json: { type: 'boolean', default: false },
      ...Object.fromEntries(
        [...numbers, ...texts, 'months', 'groups'].map((name) => [name, { type: 'string' as const }]),
      ),
    },
  });
  const { json, ...given } = values;
  const options = new Map(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const input = toInput(kind, options);
  const translate = createTranslator(join(projectRoot, 'locales'))(toLocale(options.get('locale')) ?? 'vi');
  const estimate = estimateOf(kind, input, {
    table: readShippedTable(),
    tableVersion: 'shipped',
    signingKey: 'command-line',
    today: vietnamDate(new Date()),
    translate,
  });
  process.stdout.write(
    json === true ? `${JSON.stringify(estimate, null, 2)}\n` : toText(estimate, translate),
  );
  return 0;
}

function estimateOf(kind: string, input: unknown, deps: EstimateDeps): AnyEstimate {
  switch (kind) {
    case 'voluntary':
      return estimateVoluntary(parse(estimateInputs.voluntary, input), deps);
    case 'household':
      return estimateHousehold(parse(estimateInputs.household, input), deps);
    case 'supported':
      return estimateSupported(parse(estimateInputs.supported, input), deps);
    case 'pension':
      return estimatePension(parse(estimateInputs.pension, input), deps);
    default:
      throw new Error('Say which estimate: voluntary, household, supported or pension.');
  }
}

/** `--groups poor,near_poor`, `--months 12` (or `12,12,6` for the members of a household), everything else by its name. */
function toInput(kind: string, options: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  const months = options.get('months');
  const groups = options.get('groups');
  const plain = [...options].filter(([name]) => name !== 'months' && name !== 'groups');
  return {
    ...Object.fromEntries(
      plain.map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]),
    ),
    ...(kind === 'voluntary' ? { groups: groups === undefined ? [] : groups.split(',') } : {}),
    ...(months === undefined || kind === 'household' ? {} : { months: Number(months) }),
    ...(months === undefined || kind !== 'household'
      ? {}
      : { members: months.split(',').map((length) => ({ months: Number(length) })) }),
  };
}

function toText(estimate: AnyEstimate, translate: Translate): string {
  switch (estimate.status) {
    case 'incomplete':
      return `${translate('start:estimate_missing', { fields: estimate.missing.join(', ') })}\n`;
    case 'not_eligible':
      return lines(estimate.reasons.map(({ text }) => text));
    case 'unknown_parameter':
      return lines(estimate.unknown.map(({ text }) => text));
    case 'amount':
      return lines([
        ...estimate.assumptions.map(({ text }) => text),
        '',
        ...estimate.steps.map(({ label, text }) => `${label}: ${text}`),
        '',
        ...estimate.warnings.map(({ text }) => `! ${text}`),
      ]);
  }
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n').trim()}\n`;
}

function readShippedTable(): ParameterTable {
  const document: unknown = JSON.parse(readFileSync(join(projectRoot, 'content', 'parameters.json'), 'utf8'));
  const parsed = parseParameterTable(document);
  if (parsed.status === 'parsed') return parsed.table;
  throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error));
}

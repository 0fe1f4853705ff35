import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Estimate } from '../estimates/index.js';
import { createTranslator, vietnamDate, type Translate } from '../i18n/index.js';
import { projectRoot } from '../paths.js';
import { parseParameterTable, type ParameterTable } from '../policy/index.js';
import { readEstimateArgs } from './readEstimateArgs.js';

/** Makes an estimate with the shipped parameter table and prints it as text, or as the API's JSON with `--json`. */
export async function printEstimate(args: readonly string[]): Promise<number> {
  const { asJson, estimate } = readEstimateArgs(args);
  const translate = createTranslator(join(projectRoot, 'locales'))(estimate.input.locale ?? 'vi');
  const answer = estimate.run({
    table: readShippedTable(),
    tableVersion: 'shipped',
    signingKey: 'command-line',
    today: vietnamDate(new Date()),
    translate,
  });
  process.stdout.write(asJson ? `${JSON.stringify(answer, null, 2)}\n` : toText(answer, translate));
  return 0;
}

function toText(estimate: Estimate<object>, translate: Translate): string {
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

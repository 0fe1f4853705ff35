import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { estimatorOf, estimators, type PreparedEstimate } from '../estimates/index.js';

/**
 * An estimate asked for on the command line: the kind, then the fields by their names (`--income 3000000`,
 * `--groups poor,near_poor`, lists and objects as JSON), or all of them in a file (`--input FILE`).
 * @throws with a text for whoever typed it: an unknown kind or field, or a value that doesn't fit.
 */
export function readEstimateArgs(
  args: readonly string[],
): Readonly<{ asJson: boolean; estimate: PreparedEstimate }> {
  const [kind = '', ...rest] = args;
  const estimator = estimatorOf(kind);
  if (estimator === undefined) {
    throw new Error(`Say which estimate: ${estimators.map((known) => known.kind).join(', ')}.`);
  }
  const { shape } = estimator.input;
  const { json, input, ...given } = parseArgs({
    args: rest,
    options: {
      json: { type: 'boolean', default: false },
      input: { type: 'string' },
      ...Object.fromEntries(Object.keys(shape).map((name) => [name, { type: 'string' as const }])),
      ...(kind === 'household' ? { months: { type: 'string' } } : {}),
    },
  }).values;
  const fields = Object.entries(given).flatMap(([name, text]) =>
    typeof text === 'string' ? [readField(kind, name, text, shape[name])] : [],
  );
  const content = {
    ...(kind === 'voluntary' ? { groups: [] } : {}),
    ...(typeof input === 'string' ? readInputFile(input) : {}),
    ...Object.fromEntries(fields),
  };
  return { asJson: json === true, estimate: estimator.prepare((schema) => parse(schema, content)) };
}

/** One field: the reading of its text that its schema takes, or the text itself, so that the error speaks of it. */
function readField(
  kind: string,
  name: string,
  text: string,
  schema: z.ZodType | undefined,
): readonly [string, unknown] {
  // The members of a household by their months alone: `--months 12,12,6`.
  if (kind === 'household' && name === 'months') {
    return ['members', text.split(',').map((months) => ({ months: Number(months) }))];
  }
  const list = text === '' ? [] : text.split(',');
  const readings = [text, Number(text), readJson(text), list, list.map(Number)];
  const fits = (reading: unknown): boolean =>
    reading !== undefined && schema?.safeParse(reading).success === true;
  return [name, readings.find(fits) ?? text];
}

function readInputFile(file: string): Readonly<Record<string, unknown>> {
  return parse(z.record(z.string(), z.unknown()), readJson(readFileSync(file, 'utf8')));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parse<Content>(schema: z.ZodType<Content>, input: unknown): Content {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error));
}

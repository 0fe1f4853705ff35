import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  calibrationSchema,
  faqEntry,
  negativesSchema,
  styleSchema,
  type Calibration,
  type FaqEntry,
  type Negatives,
  type Style,
} from '../faq/index.js';
import { parseLexicon, type Lexicon } from '../language/index.js';
import { digestOf } from './digestOf.js';
import { readGuides, type ShippedGuides } from './guides/readGuides.js';

/** What comes with a release, read from `content/`. */
export type ShippedContent = Readonly<{
  entries: readonly Readonly<{ entry: FaqEntry; digest: string }>[];
  parameters: unknown;
  parametersDigest: string;
  lexicon: Lexicon;
  negatives: Negatives;
  calibration: Calibration;
  /** How answers have to be written. */
  style: Style;
  guides: ShippedGuides;
}>;

/** @throws naming the file and the field that can't be used. */
export function readShippedContent(folder: string): ShippedContent {
  const faqFolder = join(folder, 'faq');
  const entries = readdirSync(faqFolder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = join(faqFolder, name);
      const text = readFileSync(file, 'utf8');
      return { entry: parseFile(file, text, faqEntry), digest: digestOf(text) };
    });
  const parameters = readFileSync(join(folder, 'parameters.json'), 'utf8');
  return {
    entries,
    parameters: JSON.parse(parameters),
    parametersDigest: digestOf(parameters),
    lexicon: parseLexicon(JSON.parse(readFileSync(join(folder, 'lexicon.json'), 'utf8'))),
    negatives: readFile(join(folder, 'negatives.json'), negativesSchema),
    calibration: readFile(join(folder, 'calibration.json'), calibrationSchema),
    style: readFile(join(folder, 'style.json'), styleSchema),
    guides: readGuides(join(folder, 'guides'), new Set(entries.map(({ entry }) => entry.id))),
  };
}

function readFile<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  return parseFile(file, readFileSync(file, 'utf8'), schema);
}

function parseFile<Schema extends z.ZodType>(file: string, text: string, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}

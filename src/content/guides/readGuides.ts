import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { guideSchema, type Guide } from './guideSchema.js';

/** The guides of a release, in the order of their ids, and their pictures (SVG text) by file name. */
export type ShippedGuides = Readonly<{
  guides: readonly Guide[];
  pictures: ReadonlyMap<string, string>;
}>;

type Surroundings = Readonly<{
  /** The file's name without its ending. */
  name: string;
  /** Names of all guides' files. */
  names: ReadonlySet<string>;
  /** Ids of the answers there are. */
  topics: ReadonlySet<string>;
  /** Which guide has a topic already. */
  taken: ReadonlyMap<string, string>;
  pictures: ReadonlyMap<string, string>;
}>;

/**
 * Reads `content/guides`.
 * @param topics ids of the answers there are
 * @throws naming the file, the field and what is wrong with it; also where the folder or a picture is missing.
 */
export function readGuides(folder: string, topics: ReadonlySet<string>): ShippedGuides {
  const pictures = readPictures(join(folder, 'pictures'));
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const names = new Set(files.map((file) => file.replace(/\.json$/u, '')));
  const taken = new Map<string, string>();
  const guides = [...names].map((name) => {
    const guide = readGuide(join(folder, `${name}.json`), { name, names, topics, taken, pictures });
    for (const topic of guide.topics) taken.set(topic, guide.id);
    return guide;
  });
  return { guides, pictures };
}

function readPictures(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.svg'));
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

function readGuide(file: string, surroundings: Surroundings): Guide {
  const parsed = guideSchema
    .superRefine((guide, context) => {
      for (const { path, message } of faultsOf(guide, surroundings))
        context.addIssue({ code: 'custom', path: [...path], message });
    })
    .safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}

type Fault = Readonly<{ path: readonly (string | number)[]; message: string }>;

/** What a guide says of things outside of it, and is not so. */
function faultsOf(guide: Guide, { name, names, topics, taken, pictures }: Surroundings): readonly Fault[] {
  const faults: Fault[] = [];
  if (guide.id !== name) faults.push({ path: ['id'], message: `must be "${name}", like the file` });
  guide.topics.forEach((topic, at) => {
    const other = taken.get(topic);
    if (!topics.has(topic)) faults.push({ path: ['topics', at], message: `there is no answer "${topic}"` });
    else if (other !== undefined)
      faults.push({ path: ['topics', at], message: `"${topic}" has the guide "${other}" already` });
  });
  guide.steps.forEach(({ picture }, at) => {
    if (!pictures.has(picture))
      faults.push({ path: ['steps', at, 'picture'], message: `there is no picture "${picture}"` });
  });
  guide.next.forEach((next, at) => {
    if (next === guide.id || !names.has(next))
      faults.push({ path: ['next', at], message: `there is no other guide "${next}"` });
  });
  if (guide.reviewBy < guide.validFrom)
    faults.push({ path: ['reviewBy'], message: 'must not lie before validFrom' });
  return faults;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { lintContent, readShippedContent } from '../content/index.js';
import { createTranslator, vietnamDate } from '../i18n/index.js';
import { projectRoot } from '../paths.js';

/**
 * Lists what is wrong with the answers and guides that ship, a line each: severity, answer, field, code and words. `--date` looks at another day
 * than today, `--folder` at another `content/`, `--locale en` speaks English.
 * @returns 1 where anything is an error, or anything is found at all with `--strict`; else 0.
 */
export function printContentLint(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      date: { type: 'string', default: vietnamDate(new Date()) },
      folder: { type: 'string', default: join(projectRoot, 'content') },
      locale: { type: 'string', default: 'vi' },
      strict: { type: 'boolean', default: false },
    },
  });
  const date = z.iso.date('--date must be a day such as 2026-11-21').parse(values.date);
  const locale = z.enum(['vi', 'en'], '--locale must be vi or en').parse(values.locale);
  const words = createTranslator(join(projectRoot, 'locales'))(locale);
  const content = readShippedContent(values.folder);
  const findings = lintContent(content, date, words);
  for (const { severity, entry, field, code, message } of findings)
    process.stdout.write(`${severity.padEnd(8)}${entry}  ${field}  ${code}: ${message}\n`);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = {
    answers: content.entries.length,
    guides: content.guides.guides.length,
    errors,
    warnings: findings.length - errors,
  };
  process.stdout.write(`${words('start:content_checked', counts)}\n`);
  return errors > 0 || (values.strict && findings.length > 0) ? 1 : 0;
}

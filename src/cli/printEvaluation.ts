import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readShippedContent } from '../content/index.js';
import {
  ask,
  buildIndex,
  count,
  isInScope,
  learn,
  match,
  type Asked,
  type FaqIndex,
  type Question,
} from '../faq/index.js';
import { stripMarks } from '../language/index.js';
import { projectRoot } from '../paths.js';

const line = z.union([
  z.object({ q: z.string().min(1) }).transform(({ q }) => q),
  z.object({ question: z.string().min(1) }).transform(({ question }) => question),
]);
const labels = z.object({
  accepted: z.array(z.string()).min(1),
  style: z.string().optional(),
  locale: z.enum(['vi', 'en']).optional(),
});

/**
 * How well the shipped answers are found for the questions of files (`{"q","accepted":[…],"style"}` a line) or folders of them:
 * by style, with what it costs, and how it moves with the threshold. `--wrong` lists what was answered wrongly, `--missed` what
 * doesn't stand first.
 */
export function printEvaluation(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      wrong: { type: 'boolean', default: false },
      missed: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const questions = positionals.flatMap(filesOf).flatMap(readQuestions);
  if (questions.length === 0) throw new Error('Name a file of questions: npm run evaluate -- FILE.jsonl');
  const content = readShippedContent(join(projectRoot, 'content'));
  const sources = { ...content, entries: content.entries.map(({ entry }) => entry) };
  const index = buildIndex(sources, learn(sources));
  const asked = ask(index, questions);
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ...count(index, asked), wrong: undefined })}\n`);
    return 0;
  }
  const styles = [...new Set(questions.map(({ style }) => style ?? ''))].filter((style) => style !== '');
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  print(heading());
  print(row('all', index, asked));
  for (const style of styles.toSorted())
    print(
      row(
        style,
        index,
        asked.filter((one) => one.style === style),
      ),
    );
  for (const text of [...marks(index, questions), ...curve(index, asked), ...latency(index, questions)])
    print(text);
  if (values.wrong) print(list('answered wrongly', count(index, asked).wrong));
  if (values.missed) {
    const missed = asked.filter(
      (one) => isInScope(one) && !one.accepted.includes(one.match.candidates[0]?.topic ?? ''),
    );
    print(list('not first', missed));
  }
  return 0;
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(path, name));
}

function readQuestions(file: string): readonly Question[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, at): Question[] => {
      if (text.trim() === '') return [];
      const content: unknown = JSON.parse(text);
      const question = line.safeParse(content);
      const rest = labels.safeParse(content);
      if (!question.success || !rest.success) {
        throw new Error(`${file}, line ${at + 1}: expected {"q": "…", "accepted": ["…"]}.`);
      }
      return [{ ...rest.data, question: question.data }];
    });
}

const columns =
  'in scope|first|3 first|answered|right|helped|wrong|offered|handed over|oos|oos answered'.split('|');

function heading(): string {
  return `${''.padEnd(14)}${columns.map((name) => name.padStart(name.length + 2)).join('')}`;
}

function row(name: string, index: FaqIndex, asked: readonly Asked[]): string {
  const found = count(index, asked);
  const scoped = (share: number): string => (found.inScope === 0 ? '-' : percent(share));
  const cells = [
    String(found.inScope),
    scoped(found.topOne),
    scoped(found.topThree),
    scoped(found.answered),
    scoped(found.precision),
    scoped(found.helped),
    scoped(found.wrongShare),
    scoped(found.clarified),
    scoped(found.handedOver),
    String(found.outOfScope),
    found.outOfScope === 0 ? '-' : percent(found.outOfScopeAnswered),
  ];
  return `${name.padEnd(14)}${cells.map((cell, at) => cell.padStart((columns[at]?.length ?? 0) + 2)).join('')}`;
}

/** The same questions with and without their marks, and answers from the other scheme. */
function marks(index: FaqIndex, questions: readonly Question[]): readonly string[] {
  const marked = questions.filter(
    ({ question, locale }) => locale !== 'en' && stripMarks(question) !== question,
  );
  const bare = marked.map((one) => ({ ...one, question: stripMarks(one.question) }));
  const whole = count(index, ask(index, questions));
  const [withMarks, without] = [marked, bare].map((list) => count(index, ask(index, list)).topOne);
  return [
    '',
    `with marks ${percent(withMarks ?? 0)}, the same without ${percent(without ?? 0)} (${marked.length} questions)`,
    `from the other scheme: ${whole.schemeConfusions.length} of ${questions.length}`,
    `small talk: ${percent(whole.smalltalkRight)} of ${whole.smalltalk}`,
  ];
}

/** What another threshold for answering would do. */
function curve(index: FaqIndex, asked: readonly Asked[]): readonly string[] {
  const sure = asked.filter(({ match: { why } }) => ['sure', 'not_sure'].includes(why.reason));
  const steps = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  return [
    '',
    'threshold  answered  right  oos answered',
    ...steps.map((threshold) => {
      const moved = sure.map((one): Asked => {
        const answers =
          one.match.why.right >= threshold && one.match.why.about >= one.match.why.thresholds.about;
        const topic = one.match.candidates[0]?.topic ?? null;
        return { ...one, match: { ...one.match, decision: answers ? 'answer' : 'clarify', topic } };
      });
      const kept = asked.filter((one) => !sure.includes(one));
      const { answered, precision, outOfScopeAnswered } = count(index, [...moved, ...kept]);
      return `${String(threshold).padEnd(9)}${percent(answered).padStart(10)}${percent(precision).padStart(7)}${percent(outOfScopeAnswered).padStart(14)}`;
    }),
  ];
}

function latency(index: FaqIndex, questions: readonly Question[]): readonly string[] {
  const times = questions
    .map(({ question, locale }) => {
      const from = performance.now();
      match(index, question, locale ?? 'vi');
      return performance.now() - from;
    })
    .toSorted((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2);
  return ['', `a question takes ${at(0.5)} ms, p99 ${at(0.99)} ms`];
}

function list(title: string, asked: readonly Asked[]): string {
  const lines = asked.map(
    ({ question, accepted, match: { candidates, why } }) =>
      `  ${question}\n    wanted ${accepted.join(' ')}; found ${candidates.map(({ topic, score }) => `${topic} ${score}`).join(', ')}; ${why.reason} ${why.right} ${why.about}\n    ${why.read.join(' ')} | ${why.concepts.join(' ')}`,
  );
  return ['', `${title}: ${asked.length}`, ...lines].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

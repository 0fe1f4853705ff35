import type { KeptQuestion, UnansweredOutcome } from './Unanswered.js';

/** Questions that ask for the same, counted. */
export type UnansweredGroup = Readonly<{
  /** The id of the oldest question: the same as long as that one is kept. */
  id: string;
  locale: 'vi' | 'en';
  /** The most frequent wording, the newest among equals. */
  text: string;
  count: number;
  firstAt: number;
  lastAt: number;
  outcomes: Readonly<Partial<Record<UnansweredOutcome, number>>>;
  /** Every wording with how often it came, the most frequent first. */
  wordings: readonly Readonly<{ text: string; count: number }>[];
  ids: readonly string[];
}>;

/** Share of what two questions say that both say, weighed by how telling it is. */
const LIKENESS = 0.6;
/** What more groups than this say tells nothing apart. */
const MOST_LOOKED_AT = 400;

type Building = {
  readonly first: KeptQuestion;
  readonly marks: ReadonlySet<string>;
  readonly questions: KeptQuestion[];
};

/**
 * Groups questions by likeness, the largest group first. Each question joins the group whose first question it is most like, or
 * begins one; words that everybody uses count little. The order of the questions (oldest first) decides, nothing else does.
 */
export function groupByLikeness(questions: readonly KeptQuestion[]): readonly UnansweredGroup[] {
  const weightOf = weights(questions);
  const groups: Building[] = [];
  const byKey = new Map<string, Building>();
  const byMark = new Map<string, Building[]>();
  for (const question of questions) {
    const marks = new Set(question.marks);
    const key = `${question.locale} ${[...marks].toSorted().join(' ')} ${marks.size === 0 ? question.text : ''}`;
    const group = byKey.get(key) ?? nearest(question, marks, byMark, weightOf);
    if (group !== undefined) {
      group.questions.push(question);
      byKey.set(key, group);
      continue;
    }
    const begun = { first: question, marks, questions: [question] };
    groups.push(begun);
    byKey.set(key, begun);
    for (const mark of marks) byMark.set(mark, [...(byMark.get(mark) ?? []), begun]);
  }
  return groups
    .map(toGroup)
    .toSorted((a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1));
}

/** The rarer a mark, the more it tells. */
function weights(questions: readonly KeptQuestion[]): (mark: string) => number {
  const counts = new Map<string, number>();
  for (const { marks } of questions)
    for (const mark of new Set(marks)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const total = questions.length + 1;
  return (mark) => Math.log(1 + total / (counts.get(mark) ?? 1));
}

function nearest(
  { locale }: KeptQuestion,
  marks: ReadonlySet<string>,
  byMark: ReadonlyMap<string, readonly Building[]>,
  weightOf: (mark: string) => number,
): Building | undefined {
  const own = sum(marks, weightOf);
  const shared = new Map<Building, number>();
  for (const mark of marks) {
    const holders = byMark.get(mark) ?? [];
    if (holders.length > MOST_LOOKED_AT) continue;
    for (const group of holders) shared.set(group, (shared.get(group) ?? 0) + weightOf(mark));
  }
  let best: Building | undefined;
  let bestLikeness = LIKENESS;
  for (const [group, weight] of shared) {
    if (group.first.locale !== locale) continue;
    const likeness = (2 * weight) / (own + sum(group.marks, weightOf));
    if (likeness > bestLikeness || (likeness === bestLikeness && best === undefined))
      [best, bestLikeness] = [group, likeness];
  }
  return best;
}

function sum(marks: ReadonlySet<string>, weightOf: (mark: string) => number): number {
  let total = 0;
  for (const mark of marks) total += weightOf(mark);
  return total;
}

function toGroup({ first, questions }: Building): UnansweredGroup {
  const counts = new Map<string, { count: number; at: number }>();
  const outcomes: Partial<Record<UnansweredOutcome, number>> = {};
  for (const { text, outcome, at } of questions) {
    counts.set(text, { count: (counts.get(text)?.count ?? 0) + 1, at });
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  const wordings = [...counts]
    .toSorted(([, a], [, b]) => b.count - a.count || b.at - a.at)
    .map(([text, { count }]) => ({ text, count }));
  return {
    id: first.id,
    locale: first.locale,
    text: wordings[0]?.text ?? first.text,
    count: questions.length,
    firstAt: first.at,
    lastAt: questions.at(-1)?.at ?? first.at,
    outcomes,
    wordings,
    ids: questions.map(({ id }) => id),
  };
}

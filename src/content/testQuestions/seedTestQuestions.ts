import { digestOf } from '../digestOf.js';
import type { TestQuestion, TestQuestionDocument, TestQuestionVersion } from './documents.js';

/** New questions of a release come in and those nobody edited follow it; edited and removed ones stay as they are. */
export function seedTestQuestions(
  document: TestQuestionDocument,
  shipped: readonly TestQuestion[],
  now: Date,
): TestQuestionDocument | undefined {
  const at = now.toISOString();
  const changed = new Map<string, TestQuestionDocument['questions'][string]>();
  for (const question of shipped) {
    const id = digestOf(`${question.locale} ${question.question}`);
    const versions = document.questions[id]?.versions ?? [];
    const newest = versions.at(-1);
    const isEdited = versions.some(({ by }) => by !== null);
    if (isEdited || newest?.question?.expected === question.expected) continue;
    const next: TestQuestionVersion = {
      version: (newest?.version ?? 0) + 1,
      at,
      by: null,
      reason: '',
      question,
    };
    changed.set(id, { versions: [...versions, next] });
  }
  if (changed.size === 0) return undefined;
  return { questions: { ...document.questions, ...Object.fromEntries(changed) } };
}

import { useCallback, useState } from 'react';
import { requestShape } from '../api/request.js';
import type { FaqContent, FaqEntry } from '../api/records.js';
import { useGuarded } from '../common/useGuarded.js';
import { isTrial, type Trial } from '../testQuestions/records.js';
import { toFaqContent } from './faqContent.js';

/**
 * Runs the saved test questions against an answer as it would be published. Undefined where nothing was tried: what is understood by
 * is the same as before, or the trial failed; then saving says what is wrong.
 */
export function useTrial(
  entry: FaqEntry,
): readonly [(content: FaqContent) => Promise<Trial | undefined>, boolean] {
  const guarded = useGuarded();
  const [trying, setTrying] = useState(false);
  const run = useCallback(
    async (content: FaqContent): Promise<Trial | undefined> => {
      if (understoodBy(content) === understoodBy(toFaqContent(entry))) return undefined;
      setTrying(true);
      try {
        const body = { entry: { id: entry.id, product: entry.product, ...content } };
        return await guarded(requestShape('/test-questions/trial', isTrial, { method: 'POST', body }));
      } catch {
        return undefined;
      } finally {
        setTrying(false);
      }
    },
    [entry, guarded],
  );
  return [run, trying];
}

/** What a question is matched with. */
function understoodBy({ title, answer, phrasings }: FaqContent): string {
  return JSON.stringify([title, answer, phrasings]);
}

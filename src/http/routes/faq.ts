import { z } from 'zod';
import type { ContentSnapshot } from '../../content/index.js';
import type { RateLimit } from '../rateLimit.js';
import { readJson } from '../readJson.js';
import { json, type Route } from '../Route.js';

const batchBodyLimit = 2 * 1024 * 1024;

export const faqQuestion = z.strictObject({
  question: z.string().min(1).max(2_000),
  locale: z.enum(['vi', 'en']).default('vi'),
});
export const faqBatch = z.strictObject({ questions: z.array(faqQuestion).max(500) });
export const faqMatch = z.object({
  decision: z.enum(['answer', 'clarify', 'handoff', 'smalltalk', 'estimate', 'lead']),
  topic: z.string().nullable(),
  candidates: z.array(z.object({ topic: z.string(), score: z.number() })).max(5),
  answer: z.string().nullable(),
});

export type FaqOptions = Readonly<{
  content: () => ContentSnapshot;
  today: () => string;
  limit: RateLimit;
}>;

/** What the assistant would make of a question, without a conversation. */
export function faqRoutes(options: FaqOptions): readonly Route[] {
  const answer = ({ question, locale }: z.infer<typeof faqQuestion>): z.infer<typeof faqMatch> => {
    const content = options.content();
    const { decision, topic, candidates } = content.match(question, locale);
    const found =
      decision === 'answer' && topic !== null ? content.answer(topic, locale, options.today()) : undefined;
    return { decision, topic, candidates: [...candidates], answer: found?.answer ?? null };
  };
  return [
    {
      method: 'POST',
      path: '/api/v1/faq/match',
      work: 'reading',
      handle: async (request) => {
        await options.limit(request);
        return json(200, answer(readJson(request, faqQuestion)));
      },
    },
    {
      method: 'POST',
      path: '/api/v1/faq/match/batch',
      work: 'reading',
      bodyLimit: batchBodyLimit,
      handle: async (request) => {
        await options.limit(request);
        const { questions } = readJson(request, faqBatch);
        return json(200, { results: questions.map(answer) });
      },
    },
  ];
}

import type { ContentSnapshot, TopicAnswer } from '../../content/index.js';
import type { Locale } from '../../i18n/index.js';
import type { CitizenPages } from '../CitizenPages.js';
import { compress } from '../compress.js';
import { renderAnswersPage } from '../page/renderAnswersPage.js';
import { frameFor, pageReply, problemPage } from '../pageReply.js';
import type { RateLimit } from '../rateLimit.js';
import type { Route } from '../Route.js';

const longestQuestion = 300;
const mostFound = 3;

export type AnswerOptions = Readonly<{
  pages: CitizenPages;
  content: () => ContentSnapshot;
  /** Every published topic. */
  topics: () => readonly string[];
  today: () => string;
  limit: RateLimit;
}>;

/**
 * The published answers to be read: `/answers?q=` looks one up, `/answers?topic=` opens one, and without either all are listed.
 * Nothing here touches the store, so that it is there when messages can't be taken.
 */
export function answerRoutes(options: AnswerOptions): readonly Route[] {
  const { pages } = options;
  return [
    {
      method: 'GET',
      path: '/answers',
      showProblem: (problem, request) => problemPage(pages, problem, request),
      handle: async (request) => {
        await options.limit(request);
        const view = frameFor(pages, request);
        const question = (request.query.get('q') ?? '').trim().slice(0, longestQuestion);
        const topic = request.query.get('topic');
        const read = (id: string): readonly TopicAnswer[] => {
          const answer = options.content().answer(id, view.locale, options.today());
          return answer === undefined ? [] : [answer];
        };
        const asked = topic === null ? findTopics(options.content(), question, view.locale) : [topic];
        const found = asked.flatMap(read);
        const listed = found.length > 0 ? [] : options.topics().flatMap(read);
        const html = renderAnswersPage(view, { question, found, listed });
        return compress(request, pageReply(pages, request, { html, locale: view.locale }));
      },
    },
  ];
}

/** The topic that answers, or those that may. */
function findTopics(content: ContentSnapshot, question: string, locale: Locale): readonly string[] {
  if (question === '') return [];
  const { decision, topic, candidates } = content.match(question, locale);
  if (decision === 'answer' && topic !== null) return [topic];
  return decision === 'clarify' ? candidates.slice(0, mostFound).map((candidate) => candidate.topic) : [];
}

import { useCallback } from 'react';
import { useTopics } from '../common/useTopics.js';
import { useWords } from '../common/useWords.js';
import { noTopic } from './records.js';

/** Names what a question is answered with: a topic's title, or that it isn't answered. */
export function useTopicTitle(): (topic: string | null) => string {
  const words = useWords();
  const topics = useTopics();
  return useCallback(
    (topic) => {
      if (topic === null || topic === noTopic) return words('tests.none');
      return topics.find(({ id }) => id === topic)?.title ?? topic;
    },
    [topics, words],
  );
}

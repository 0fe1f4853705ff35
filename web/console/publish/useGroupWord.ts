import { useCallback } from 'react';
import { useWords } from '../common/useWords.js';

/** The name of a group of people; its code where there is none. */
export function useGroupWord(): (group: string) => string {
  const words = useWords();
  return useCallback((group) => words(`groups.${group}`), [words]);
}

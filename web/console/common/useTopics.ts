import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { FaqSummary } from '../api/records.js';
import { collectAll } from './collectAll.js';
import { useConsoleLocale } from './useConsoleLocale.js';

/** Every topic with its title in the console's language, in the order of the titles; empty while they are on the way. */
export function useTopics(): readonly { readonly id: string; readonly title: string }[] {
  const dataProvider = useDataProvider();
  const locale = useConsoleLocale();
  const { data } = useQuery({
    queryKey: ['faq-entries', 'titles'],
    queryFn: () => collectAll<FaqSummary>(dataProvider, 'faq-entries', {}, { field: 'title', order: 'ASC' }),
    staleTime: 5 * 60_000,
  });
  return (data?.records ?? []).map(({ id, title }) => ({ id, title: title[locale] }));
}

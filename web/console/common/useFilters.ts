import { useEffect } from 'react';
import { useListContext } from 'react-admin';
import { isRecord } from './isRecord.js';

type Filters = Readonly<Record<string, string>>;

/** What was set last, by resource, until the list has it: a second change on its heels must not bring back what the first one took off. */
const asked = new Map<string, Filters>();

/** The filters of the list around as plain text, '' where one isn't set, and a setter that keeps the others. */
export function useFilters(): {
  readonly filters: Filters;
  readonly setFilter: (name: string, value: string) => void;
  readonly clear: () => void;
} {
  const list = useListContext();
  const { resource, setFilters } = list;
  const current: unknown = list.filterValues;
  const filters: Record<string, string> = {};
  for (const [name, value] of Object.entries(isRecord(current) ? current : {})) {
    if (typeof value === 'string') filters[name] = value;
  }
  const known = JSON.stringify(filters);
  useEffect(() => {
    asked.delete(resource);
  }, [resource, known]);
  const set = (next: Filters): void => {
    asked.set(resource, next);
    setFilters(next, {});
  };
  return {
    filters,
    setFilter: (name, value) => {
      const before = asked.get(resource) ?? filters;
      const others = Object.fromEntries(Object.entries(before).filter(([other]) => other !== name));
      set(value === '' ? others : { ...others, [name]: value });
    },
    clear: () => set({}),
  };
}

import { useListContext } from 'react-admin';
import { isRecord } from './isRecord.js';

/** The filters of the list around as plain text, '' where one isn't set, and a setter that keeps the others. */
export function useFilters(): {
  readonly filters: Readonly<Record<string, string>>;
  readonly setFilter: (name: string, value: string) => void;
  readonly clear: () => void;
} {
  const list = useListContext();
  const { setFilters } = list;
  const current: unknown = list.filterValues;
  const filters: Record<string, string> = {};
  for (const [name, value] of Object.entries(isRecord(current) ? current : {})) {
    if (typeof value === 'string') filters[name] = value;
  }
  return {
    filters,
    setFilter: (name, value) => {
      const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
      setFilters(value === '' ? others : { ...others, [name]: value }, {});
    },
    clear: () => setFilters({}, {}),
  };
}

import { useCallback } from 'react';
import { formatIsoDate } from '../common/times.js';
import { useWords } from '../common/useWords.js';
import { readPlaceForm } from './placeForm.js';

/** A place as a form holds it, in lines of text, to be compared word by word. */
export function useDescribePlace(): (values: unknown) => string {
  const words = useWords();
  return useCallback(
    (values) => {
      const { kind, name, communes, address, phone, hours, latitude, longitude, checkedOn } =
        readPlaceForm(values);
      const lines = [
        kind === '' ? '' : `${words(`places.kinds.${kind}`)}: ${name}`,
        ...communes,
        address,
        phone,
        hours,
        [latitude, longitude].filter(Boolean).join('; '),
        checkedOn === '' ? '' : words('places.checked', { date: formatIsoDate(checkedOn) }),
      ];
      return lines.filter(Boolean).join('\n');
    },
    [words],
  );
}

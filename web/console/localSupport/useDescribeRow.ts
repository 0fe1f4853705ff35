import { useCallback } from 'react';
import { isRecord } from '../common/isRecord.js';
import { formatIsoDate } from '../common/times.js';
import { useWords } from '../common/useWords.js';
import { formatValue } from '../publish/formatValue.js';
import { provinceName } from '../publish/provinces.js';
import { useGroupWord } from '../publish/useGroupWord.js';

/** A row of local support (or what the form would send) as lines of text, to be compared word by word. */
export function useDescribeRow(): (row: unknown) => string {
  const words = useWords();
  const groupWord = useGroupWord();
  return useCallback(
    (row) => {
      const fields = isRecord(row) ? row : {};
      const { scheme, province, groups, percent, from, to, basis, condition, doubtful } = fields;
      const { ages, residence, withoutSupport } = fields;
      const text = (value: unknown): string => (typeof value === 'string' ? value : '');
      const day = (value: unknown): string => formatIsoDate(text(value));
      const place = isRecord(basis) ? basis : {};
      const lines = [
        `${provinceName(text(province))}, ${words(`products.${text(scheme)}`)}`,
        Array.isArray(groups) ? groups.map((group) => groupWord(text(group))).join(', ') : '',
        isRecord(ages) ? [text(ages['from']), text(ages['below'])].filter(Boolean).join(' – ') : '',
        residence === 'permanent' ? words('localSupport.permanent') : '',
        withoutSupport === true ? words('localSupport.withoutSupport') : '',
        percent === null ? words('localSupport.percentUnknown') : formatValue('percent', percent, words),
        text(to) === ''
          ? words('parameters.timeOpen', { from: day(from) })
          : words('parameters.time', { from: day(from), to: day(to) }),
        ['document', 'article', 'clause']
          .map((name) => text(place[name]))
          .filter(Boolean)
          .join(', '),
        isRecord(condition) ? text(condition['vi']) : '',
        isRecord(doubtful) ? text(doubtful['vi']) : '',
      ];
      return lines.filter(Boolean).join('\n');
    },
    [words, groupWord],
  );
}

import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../common/useWords.js';
import { provinceName } from './provinces.js';
import { useGroupWord } from './useGroupWord.js';

/**
 * What a reference of the table means, in words: `figure.vsi.floor_pay.poor`, `figure.hhi.yearly.p2`,
 * `vsi.local.ha_noi.poor`. The reference itself where there are no words for it, as for a parameter.
 */
export function useFigureLabel(): (reference: string) => string {
  const translate = useTranslate();
  const words = useWords();
  const groupWord = useGroupWord();
  return useCallback(
    (reference) => {
      const local = /^(vsi|hhi)\.local\.([a-z_]+)\.([a-z_]+)$/.exec(reference);
      if (local !== null) {
        const [, scheme = '', province = '', group = ''] = local;
        return words('figures.local', {
          scheme: words(`products.${scheme}`),
          province: provinceName(province.replaceAll('_', '-')),
          group: groupWord(group),
        });
      }
      const parts = reference.replace(/^figure\./, '').split('.');
      const whole = translate(`console.figures.${parts.join('_')}`, { _: '' });
      if (whole !== '') return whole;
      const last = parts.at(-1) ?? '';
      const values = { group: groupWord(last), number: last.replace(/\D/g, '') };
      const head = translate(`console.figures.${parts.slice(0, -1).join('_')}`, { _: '', ...values });
      return head === '' ? reference : head;
    },
    [translate, words, groupWord],
  );
}

import type { JSX } from 'react';
import { useTranslate } from 'react-admin';
import { CsvButton } from '../common/CsvButton.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { outcomes, type UnansweredGroup } from './records.js';

const columns = ['text', 'count', 'outcomes', 'firstAt', 'lastAt', 'wordings'];

/** Saves the groups as a CSV file, with their most frequent wordings. */
export function UnansweredExportButton(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const locale = useConsoleLocale();
  const toRow = (group: UnansweredGroup): readonly string[] => [
    group.text,
    String(group.count),
    outcomes
      .filter((outcome) => group.outcomes[outcome] !== undefined)
      .map((outcome) => `${words(`unanswered.outcomes.${outcome}`)}: ${group.outcomes[outcome] ?? 0}`)
      .join('; '),
    formatDateTime(group.firstAt, locale),
    formatDateTime(group.lastAt, locale),
    group.wordings.map(({ text, count }) => `${text} (${count})`).join('\n'),
  ];
  return (
    <CsvButton<UnansweredGroup>
      resource="unanswered"
      header={columns.map((column) => translate(`resources.unanswered.fields.${column}`))}
      toRow={toRow}
      file={words('unanswered.exportFile')}
      saved="console.unanswered.exported"
    />
  );
}

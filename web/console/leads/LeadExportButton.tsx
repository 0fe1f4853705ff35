import type { JSX } from 'react';
import { useTranslate } from 'react-admin';
import type { Lead } from '../api/records.js';
import { CsvButton } from '../common/CsvButton.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';

const columns = [
  'reference',
  'status',
  'product',
  'name',
  'phone',
  'locality',
  'callTime',
  'channel',
  'campaign',
  'event',
  'createdAt',
  'updatedAt',
];

/** Saves the filtered list as a CSV file. Phone numbers stay masked. */
export function LeadExportButton(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const locale = useConsoleLocale();
  const toRow = (lead: Lead): readonly string[] => [
    lead.reference,
    words(`statuses.${lead.status}`),
    words(`products.${lead.product}`),
    lead.name,
    lead.phoneMasked,
    lead.locality,
    lead.callTime ?? '',
    words(`channels.${lead.channel}`),
    lead.campaign ?? '',
    lead.event ?? '',
    formatDateTime(lead.createdAt, locale),
    formatDateTime(lead.updatedAt, locale),
  ];
  return (
    <CsvButton<Lead>
      resource="leads"
      header={columns.map((column) => translate(`resources.leads.fields.${column}`))}
      toRow={toRow}
      file={words('leads.exportFile')}
      saved="console.leads.exported"
    />
  );
}

import DownloadIcon from '@mui/icons-material/Download';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useState, type JSX } from 'react';
import { downloadCSV, useDataProvider, useListContext, useNotify, useTranslate } from 'react-admin';
import type { Lead } from '../api/records.js';
import { collectAll } from '../common/collectAll.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useFailureText } from '../common/useFailureText.js';
import { useFilters } from '../common/useFilters.js';
import { useIsWide } from '../common/useIsWide.js';
import { useWords } from '../common/useWords.js';
import { toCsv } from './csv.js';

const columns = [
  'reference',
  'status',
  'product',
  'name',
  'phone',
  'locality',
  'callTime',
  'channel',
  'createdAt',
  'updatedAt',
];

/** Saves the filtered list as a CSV file. Phone numbers stay masked. */
export function LeadExportButton(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const failureText = useFailureText();
  const locale = useConsoleLocale();
  const wide = useIsWide();
  const notify = useNotify();
  const dataProvider = useDataProvider();
  const { sort, total = 0 } = useListContext<Lead>();
  const { filters } = useFilters();
  const [busy, setBusy] = useState(false);

  const toRow = (lead: Lead): readonly string[] => [
    lead.reference,
    words(`statuses.${lead.status}`),
    words(`products.${lead.product}`),
    lead.name,
    lead.phoneMasked,
    lead.locality,
    lead.callTime ?? '',
    words(`channels.${lead.channel}`),
    formatDateTime(lead.createdAt, locale),
    formatDateTime(lead.updatedAt, locale),
  ];

  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { records, complete } = await collectAll<Lead>(dataProvider, 'leads', filters, sort);
      const header = columns.map((column) => translate(`resources.leads.fields.${column}`));
      downloadCSV(toCsv([header, ...records.map(toRow)]), `${words('leads.exportFile')}-${today()}`);
      notify(complete ? 'console.leads.exported' : 'console.leads.exportLimited', {
        type: complete ? 'success' : 'warning',
        messageArgs: { smart_count: records.length },
      });
    } catch (error) {
      notify(failureText(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };

  const label = words(busy ? 'leads.exporting' : 'leads.export');
  const disabled = busy || total === 0;
  if (!wide) {
    return (
      <IconButton aria-label={label} disabled={disabled} onClick={() => void save()}>
        <DownloadIcon />
      </IconButton>
    );
  }
  return (
    <Button variant="outlined" startIcon={<DownloadIcon />} disabled={disabled} onClick={() => void save()}>
      {label}
    </Button>
  );
}

/** YYYY-MM-DD in Vietnam. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}

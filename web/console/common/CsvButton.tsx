import DownloadIcon from '@mui/icons-material/Download';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useState, type JSX } from 'react';
import { downloadCSV, useDataProvider, useListContext, useNotify, type RaRecord } from 'react-admin';
import { collectAll } from './collectAll.js';
import { toCsv } from './csv.js';
import { useFailureText } from './useFailureText.js';
import { useFilters } from './useFilters.js';
import { useIsWide } from './useIsWide.js';
import { useWords } from './useWords.js';

/** Saves the filtered list around as a CSV file. `saved` is said with `smart_count`, the number of rows. */
export function CsvButton<T extends RaRecord>(props: {
  readonly resource: string;
  readonly header: readonly string[];
  readonly toRow: (record: T) => readonly string[];
  /** The file's name without its end; the day is put behind it. */
  readonly file: string;
  readonly saved: string;
}): JSX.Element {
  const { resource, header, toRow, file, saved } = props;
  const words = useWords();
  const failureText = useFailureText();
  const wide = useIsWide();
  const notify = useNotify();
  const dataProvider = useDataProvider();
  const { sort, total = 0 } = useListContext<T>();
  const { filters } = useFilters();
  const [busy, setBusy] = useState(false);

  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { records, complete } = await collectAll<T>(dataProvider, resource, filters, sort);
      downloadCSV(toCsv([header, ...records.map(toRow)]), `${file}-${today()}`);
      notify(complete ? saved : 'console.leads.exportLimited', {
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

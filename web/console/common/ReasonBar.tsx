import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { required, TextInput } from 'react-admin';
import { formatDateTime } from './times.js';
import { useConsoleLocale } from './useConsoleLocale.js';
import { useWords } from './useWords.js';

/** Which version stands there, and who made it; `updatedBy` null: a release, `updatedAt` null: as it shipped. */
interface Edited {
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
}

/** Under a form: why it is changed, the button that sends it, and who changed it last. */
export function ReasonBar(props: {
  /** Undefined for a record that is new. */
  readonly record: Edited | undefined;
  readonly help: string;
  readonly action: string;
  readonly disabled: boolean;
  /** Where a state comes from that nobody made here; a release where nothing else is said. */
  readonly origin?: string;
}): JSX.Element {
  const { record, help, action, disabled } = props;
  const words = useWords();
  const origin = props.origin ?? words('history.shipped');
  return (
    <Paper variant="outlined" sx={{ p: { xs: 2, sm: 2.5 }, display: 'grid', gap: 1.5 }}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          alignItems: 'start',
          gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1fr) auto' },
        }}
      >
        <TextInput
          source="reason"
          label={words('entry.reason')}
          helperText={help}
          validate={[required(words('entry.reasonRequired'))]}
          slotProps={{ htmlInput: { maxLength: 300 } }}
        />
        <Button type="submit" variant="contained" size="large" disabled={disabled} sx={{ minHeight: 56 }}>
          {action}
        </Button>
      </Box>
      {record === undefined ? null : <LastChange record={record} origin={origin} />}
    </Paper>
  );
}

function LastChange(props: { readonly record: Edited; readonly origin: string }): JSX.Element {
  const { record, origin } = props;
  const { version, updatedAt, updatedBy } = record;
  const words = useWords();
  const locale = useConsoleLocale();
  const changed =
    updatedAt === null
      ? origin
      : words('faq.by', {
          date: formatDateTime(updatedAt, locale),
          name: updatedBy ?? origin,
        });
  return (
    <Typography variant="caption" color="textSecondary">
      {words('entry.version', { version })} · {changed}
    </Typography>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { required, TextInput } from 'react-admin';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import type { Edited } from './records.js';

/** Why it is changed, and the check that shows what would change. */
export function SaveBar(props: {
  /** Undefined for a record that is new. */
  readonly record: Edited | undefined;
  readonly checking: boolean;
  readonly dirty: boolean;
}): JSX.Element {
  const { record, checking, dirty } = props;
  const words = useWords();
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
          helperText={words('publish.reasonHelp')}
          validate={[required(words('entry.reasonRequired'))]}
          slotProps={{ htmlInput: { maxLength: 300 } }}
        />
        <Button
          type="submit"
          variant="contained"
          size="large"
          disabled={checking || !dirty}
          sx={{ minHeight: 56 }}
        >
          {words(checking ? 'publish.checking' : dirty ? 'publish.check' : 'entry.unchanged')}
        </Button>
      </Box>
      {record === undefined ? null : <LastChange record={record} />}
    </Paper>
  );
}

function LastChange({ record }: { readonly record: Edited }): JSX.Element {
  const { version, updatedAt, updatedBy } = record;
  const words = useWords();
  const locale = useConsoleLocale();
  const changed =
    updatedAt === null
      ? words('history.shipped')
      : words('faq.by', {
          date: formatDateTime(updatedAt, locale),
          name: updatedBy ?? words('history.shipped'),
        });
  return (
    <Typography variant="caption" color="textSecondary">
      {words('entry.version', { version })} · {changed}
    </Typography>
  );
}

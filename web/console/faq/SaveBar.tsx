import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { required, TextInput } from 'react-admin';
import type { FaqEntry } from '../api/records.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';

/** Why it was changed, and save. */
export function SaveBar(props: {
  readonly entry: FaqEntry;
  readonly saving: boolean;
  readonly dirty: boolean;
}): JSX.Element {
  const { entry, saving, dirty } = props;
  const words = useWords();
  const locale = useConsoleLocale();
  const changed =
    entry.updatedAt === null
      ? ''
      : words('faq.by', {
          date: formatDateTime(entry.updatedAt, locale),
          name: entry.updatedBy ?? words('history.shipped'),
        });
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
          helperText={words('entry.reasonHelp')}
          validate={[required(words('entry.reasonRequired'))]}
          slotProps={{ htmlInput: { maxLength: 300 } }}
        />
        <Button
          type="submit"
          variant="contained"
          size="large"
          disabled={saving || !dirty}
          sx={{ minHeight: 56 }}
        >
          {words(saving ? 'entry.saving' : dirty ? 'entry.save' : 'entry.unchanged')}
        </Button>
      </Box>
      <Typography variant="caption" color="textSecondary">
        {words('entry.version', { version: entry.version })}
        {changed === '' ? '' : ` · ${changed}`}
      </Typography>
    </Paper>
  );
}

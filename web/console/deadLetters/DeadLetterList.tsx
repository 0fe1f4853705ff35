import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { DataTable, ListBase } from 'react-admin';
import { isRecordOf } from '../api/shapes.js';
import { ListHeading } from '../common/ListHeading.js';
import { ListRows } from '../common/ListRows.js';
import { NoRows } from '../common/NoRows.js';
import { RecordDialogs, useOpenDialog } from '../common/RecordDialogs.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { DropDialog } from './DropDialog.js';
import { knownFailures, type DeadLetter } from './records.js';
import { useSettle } from './useSettle.js';

/** Replies that could not be sent and were given up, the newest first. */
export function DeadLetterList(): JSX.Element {
  const words = useWords();
  return (
    <ListBase<DeadLetter>
      resource="dead-letters"
      perPage={25}
      sort={{ field: 'failedAt', order: 'DESC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <RecordDialogs<DeadLetter>
        isRecord={isRecordOf<DeadLetter>}
        dialog={(_kind, letter, onClose) => <DropDialog letter={letter} onClose={onClose} />}
      >
        <ListHeading title={words('deadLetters.title')} help={words('deadLetters.help')} />
        <ListRows<DeadLetter>
          empty={<NoRows noMatch={words('deadLetters.empty')} help={words('deadLetters.emptyHelp')} />}
          table={<DeadLetterTable />}
          card={(letter) => <DeadLetterCard letter={letter} />}
        />
      </RecordDialogs>
    </ListBase>
  );
}

function DeadLetterTable(): JSX.Element {
  return (
    <DataTable<DeadLetter> bulkActionButtons={false} rowClick={false} size="medium">
      <DataTable.Col<DeadLetter> source="text" disableSort render={(letter) => <Said letter={letter} />} />
      <DataTable.Col<DeadLetter>
        source="channel"
        disableSort
        render={(letter) => <Place letter={letter} />}
      />
      <DataTable.Col<DeadLetter>
        source="failure"
        disableSort
        render={(letter) => <Reason letter={letter} />}
      />
      <DataTable.Col<DeadLetter>
        source="failedAt"
        disableSort
        render={(letter) => <Since letter={letter} />}
      />
      <DataTable.Col<DeadLetter>
        source="id"
        disableSort
        label=""
        render={(letter) => <Actions letter={letter} />}
      />
    </DataTable>
  );
}

function DeadLetterCard({ letter }: { readonly letter: DeadLetter }): JSX.Element {
  return (
    <Paper variant="outlined" sx={{ p: 1.75, display: 'grid', gap: 1 }}>
      <Said letter={letter} />
      <Typography>
        <Place letter={letter} />: <Reason letter={letter} />
      </Typography>
      <Typography variant="caption" color="textSecondary">
        <Since letter={letter} />
      </Typography>
      <Actions letter={letter} />
    </Paper>
  );
}

function Said({ letter }: { readonly letter: DeadLetter }): JSX.Element {
  const words = useWords();
  return (
    <Typography sx={{ minWidth: { md: 260 }, overflowWrap: 'anywhere' }}>
      {letter.text ?? words('deadLetters.unreadable')}
    </Typography>
  );
}

function Place({ letter }: { readonly letter: DeadLetter }): JSX.Element {
  const words = useWords();
  return <>{words(`channels.${letter.channel}`, { _: letter.channel })}</>;
}

function Reason({ letter }: { readonly letter: DeadLetter }): JSX.Element {
  const words = useWords();
  const { failure } = letter;
  const isKnown = knownFailures.includes(failure);
  return <>{words(isKnown ? `deadLetters.failures.${failure}` : 'deadLetters.refused', { code: failure })}</>;
}

function Since({ letter }: { readonly letter: DeadLetter }): JSX.Element {
  const locale = useConsoleLocale();
  return <>{formatDateTime(letter.failedAt, locale)}</>;
}

function Actions({ letter }: { readonly letter: DeadLetter }): JSX.Element {
  const words = useWords();
  const open = useOpenDialog();
  const { busy, settle } = useSettle(letter.id);
  const about = { text: letter.text ?? words('deadLetters.unreadable') };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, minWidth: { md: 200 } }}>
      <Button
        size="small"
        variant="outlined"
        disabled={busy}
        aria-label={words('deadLetters.retryThis', about)}
        onClick={() => void settle('retry')}
      >
        {words('deadLetters.retry')}
      </Button>
      <Button
        size="small"
        aria-label={words('deadLetters.dropThis', about)}
        onClick={() => open('drop', letter)}
      >
        {words('deadLetters.drop')}
      </Button>
    </Box>
  );
}

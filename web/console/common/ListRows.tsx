import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import { Suspense, type JSX, type ReactNode } from 'react';
import { Pagination, useListContext, type RaRecord } from 'react-admin';
import { FailureAlert } from './FailureAlert.js';
import { useIsWide } from './useIsWide.js';
import { useWords } from './useWords.js';

/** The rows of the list around in all its states: loading, failed (old rows stay), empty, cards or table. */
export function ListRows<T extends RaRecord>(props: {
  readonly empty: ReactNode;
  readonly table: ReactNode;
  readonly card: (record: T) => ReactNode;
}): JSX.Element {
  const words = useWords();
  const { error, refetch } = useListContext<T>();
  return (
    <>
      {error == null ? null : (
        <Box sx={{ mb: 2 }}>
          <FailureAlert error={error} title={words('errors.list')} onRetry={() => void refetch()} />
        </Box>
      )}
      <Rows {...props} />
    </>
  );
}

function Rows<T extends RaRecord>(props: {
  readonly empty: ReactNode;
  readonly table: ReactNode;
  readonly card: (record: T) => ReactNode;
}): ReactNode {
  const { data, total, isPending, error } = useListContext<T>();
  const wide = useIsWide();
  if (data === undefined) return isPending && error == null ? <RowsSkeleton /> : null;
  if (data.length === 0) return props.empty;
  return (
    <>
      {wide ? (
        <Paper variant="outlined" sx={{ overflowX: 'auto' }}>
          <Suspense fallback={<RowsSkeleton />}>{props.table}</Suspense>
        </Paper>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
          {data.map((record) => (
            <li key={record.id}>{props.card(record)}</li>
          ))}
        </Box>
      )}
      {total === undefined || total <= 25 ? null : (
        <Pagination rowsPerPageOptions={wide ? [25, 50, 100] : []} sx={{ mt: 1, border: 0 }} />
      )}
    </>
  );
}

function RowsSkeleton(): JSX.Element {
  const words = useWords();
  return (
    <Box role="status" aria-label={words('loading')} sx={{ display: 'grid', gap: 1.25 }}>
      {[1, 2, 3, 4, 5].map((row) => (
        <Paper key={row} variant="outlined" sx={{ p: 2 }}>
          <Skeleton width="45%" height={28} />
          <Skeleton width="80%" />
        </Paper>
      ))}
    </Box>
  );
}

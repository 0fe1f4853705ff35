import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type JSX } from 'react';
import { pathOf } from '../api/dataProvider.js';
import { requestShape } from '../api/request.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { Section } from '../common/Section.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import { TextDiff } from '../faq/TextDiff.js';
import { isVersionList, type RecordVersion } from './records.js';

/** Who changed a record, when and why; what a version changed, and the way to take it into the form again. */
export function RecordHistory<Data>(props: {
  readonly resource: string;
  readonly id: string;
  /** The version in use; another one asks for the list again. */
  readonly version: number;
  /** Fetches the versions where the server gives them in another form. */
  readonly load?: (path: string, signal: AbortSignal) => Promise<readonly RecordVersion<Data>[]>;
  /** Where a version comes from that nobody made here; a release where nothing else is said. */
  readonly origin?: string;
  readonly describe: (record: Data) => string;
  readonly onTake: (record: Data) => void;
}): JSX.Element {
  const { resource, id, version, load = loadVersions<Data>, describe, onTake } = props;
  const words = useWords();
  const origin = props.origin ?? words('history.shipped');
  const guarded = useGuarded();
  const { data, error, refetch } = useQuery({
    queryKey: [resource, 'versions', id, version],
    queryFn: ({ signal }) => guarded(load(`${pathOf(resource, id)}/versions`, signal)),
  });
  return (
    <Section title={words('publish.history')}>
      {error === null ? null : <FailureAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        <Typography color="textSecondary">{error === null ? words('loading') : ''}</Typography>
      ) : data.length === 0 ? (
        <Typography color="textSecondary">{words('publish.neverChanged')}</Typography>
      ) : (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
          {data.map((one, index) => (
            <li key={one.version}>
              <Version
                version={one}
                previous={data[index + 1]}
                inUse={one.version === version}
                origin={origin}
                describe={describe}
                onTake={onTake}
              />
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}

function loadVersions<Data>(path: string, signal: AbortSignal): Promise<readonly RecordVersion<Data>[]> {
  return requestShape(path, isVersionList<Data>, { signal });
}

function Version<Data>(props: {
  readonly version: RecordVersion<Data>;
  readonly previous: RecordVersion<Data> | undefined;
  readonly inUse: boolean;
  readonly origin: string;
  readonly describe: (record: Data) => string;
  readonly onTake: (record: Data) => void;
}): JSX.Element {
  const { version, previous, inUse, origin, describe, onTake } = props;
  const { record } = version;
  const words = useWords();
  const locale = useConsoleLocale();
  const detailsId = useId();
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ display: 'grid', gap: 0.5, borderTop: '1px solid', borderColor: 'divider', pt: 1 }}>
      <Typography sx={{ fontWeight: 700 }}>
        {words('history.version', { version: version.version })}
        {inUse ? ` · ${words('history.current')}` : ''}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {formatDateTime(version.at, locale)} · {version.by ?? origin}
      </Typography>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {version.reason === '' ? words('history.noReason') : version.reason}
      </Typography>
      {record === null ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button
            variant="outlined"
            aria-expanded={open}
            aria-controls={detailsId}
            onClick={() => setOpen(!open)}
          >
            {words(open ? 'history.hide' : 'publish.showVersion')}
          </Button>
          {inUse ? null : <Button onClick={() => onTake(record)}>{words('publish.takeVersion')}</Button>}
        </Box>
      )}
      <div id={detailsId}>
        {open && record !== null ? (
          <TextDiff before={describe(previous?.record ?? record)} after={describe(record)} />
        ) : null}
      </div>
    </Box>
  );
}

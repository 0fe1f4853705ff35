import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId, useState, type JSX } from 'react';
import type { FaqVersion } from '../api/records.js';
import { Choice } from '../common/Choice.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { ContentDiff } from './ContentDiff.js';

/** One version: who, when, why; on demand what changed against the one before or the one in use. */
export function VersionItem(props: {
  readonly version: FaqVersion;
  readonly previous: FaqVersion | undefined;
  readonly current: FaqVersion | undefined;
  readonly onRestore: () => void;
}): JSX.Element {
  const { version, previous, current, onRestore } = props;
  const words = useWords();
  const locale = useConsoleLocale();
  const detailsId = useId();
  const [open, setOpen] = useState(false);
  return (
    <Paper variant="outlined" sx={{ p: 1.75, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography component="h2" variant="h3">
          {words('history.version', { version: version.version })}
        </Typography>
        {version.current ? <Chip size="small" color="primary" label={words('history.current')} /> : null}
        <Typography variant="caption" color="textSecondary">
          {formatDateTime(version.at, locale)}
          {` · ${version.by ?? words('history.shipped')}`}
        </Typography>
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {version.reason === null || version.reason === '' ? words('history.noReason') : version.reason}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant="outlined"
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => setOpen(!open)}
        >
          {words(open ? 'history.hide' : 'history.show')}
        </Button>
        {version.current ? null : <Button onClick={onRestore}>{words('history.restore')}</Button>}
      </Box>
      <div id={detailsId}>
        {open ? <Changes version={version} previous={previous} current={current} /> : null}
      </div>
    </Paper>
  );
}

function Changes(props: {
  readonly version: FaqVersion;
  readonly previous: FaqVersion | undefined;
  readonly current: FaqVersion | undefined;
}): JSX.Element {
  const { version, previous, current } = props;
  const words = useWords();
  const [against, setAgainst] = useState<'previous' | 'current'>('previous');
  const withCurrent = !version.current && current !== undefined;
  const other = against === 'current' ? current : previous;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
      {withCurrent ? (
        <Box sx={{ maxWidth: 260 }}>
          <Choice
            label={words('history.against')}
            value={against}
            onChoose={(chosen) => setAgainst(chosen === 'current' ? 'current' : 'previous')}
            options={[
              { value: 'previous', label: words('history.againstPrevious') },
              { value: 'current', label: words('history.againstCurrent') },
            ]}
          />
        </Box>
      ) : null}
      {other === undefined ? (
        <Typography color="textSecondary">{words('history.first')}</Typography>
      ) : (
        <ContentDiff before={other.entry} after={version.entry} same={words('history.same')} />
      )}
    </Box>
  );
}

import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, type JSX } from 'react';
import { useWords } from '../common/useWords.js';
import { ContentDiff } from './ContentDiff.js';
import type { Conflict } from './FaqEditor.js';

/** Two people changed the same answer: shows where the texts differ and lets the second one decide. */
export function ConflictAlert(props: {
  readonly conflict: Conflict;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}): JSX.Element {
  const { conflict, onTakeTheirs, onKeepMine } = props;
  const { theirs, mine } = conflict;
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <Alert ref={box} severity="warning" sx={{ alignItems: 'start', scrollMarginTop: 80 }}>
      <AlertTitle>
        {theirs.updatedBy === null
          ? words('entry.conflictTitleUnknown')
          : words('entry.conflictTitle', { name: theirs.updatedBy, version: theirs.version })}
      </AlertTitle>
      {words('entry.conflictHelp')}
      <Box sx={{ my: 1.5, p: 1.5, borderRadius: 2, bgcolor: 'background.paper', color: 'text.primary' }}>
        <ContentDiff before={theirs} after={mine} same={words('entry.conflictSame')} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" onClick={onKeepMine}>
          {words('entry.keepMine')}
        </Button>
        <Button variant="outlined" color="inherit" onClick={onTakeTheirs}>
          {words('entry.takeTheirs')}
        </Button>
      </Box>
    </Alert>
  );
}

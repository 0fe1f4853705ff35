import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, type JSX } from 'react';
import { useWords } from '../common/useWords.js';
import { TextDiff } from '../faq/TextDiff.js';

/** Two people changed the same record: shows where the states differ and lets the second one decide. */
export function ConflictAlert(props: {
  readonly by: string | null;
  readonly version: number;
  /** Both states as text. */
  readonly before: string;
  readonly after: string;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}): JSX.Element {
  const { by, version, before, after, onTakeTheirs, onKeepMine } = props;
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <Alert ref={box} severity="warning" sx={{ alignItems: 'start', scrollMarginTop: 80 }}>
      <AlertTitle>
        {by === null
          ? words('publish.conflictRelease')
          : words('publish.conflictTitle', { name: by, version })}
      </AlertTitle>
      {words('publish.conflictHelp')}
      <Box sx={{ my: 1.5, p: 1.5, borderRadius: 2, bgcolor: 'background.paper', color: 'text.primary' }}>
        {before === after ? words('entry.conflictSame') : <TextDiff before={before} after={after} />}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" onClick={onKeepMine}>
          {words('publish.keepMine')}
        </Button>
        <Button variant="outlined" color="inherit" onClick={onTakeTheirs}>
          {words('publish.takeTheirs')}
        </Button>
      </Box>
    </Alert>
  );
}

import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, type JSX, type ReactNode } from 'react';
import { useWords } from './useWords.js';

/** Two people changed the same: says who was faster, shows where the two differ, and lets the second one decide. */
export function ConflictAlert(props: {
  readonly title: string;
  readonly help: string;
  readonly keepMine: string;
  /** Where the two differ. */
  readonly children: ReactNode;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}): JSX.Element {
  const { title, help, keepMine, children, onKeepMine, onTakeTheirs } = props;
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <Alert ref={box} severity="warning" sx={{ alignItems: 'start', scrollMarginTop: 80 }}>
      <AlertTitle>{title}</AlertTitle>
      {help}
      <Box sx={{ my: 1.5, p: 1.5, borderRadius: 2, bgcolor: 'background.paper', color: 'text.primary' }}>
        {children}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" onClick={onKeepMine}>
          {keepMine}
        </Button>
        <Button variant="outlined" color="inherit" onClick={onTakeTheirs}>
          {words('entry.takeTheirs')}
        </Button>
      </Box>
    </Alert>
  );
}

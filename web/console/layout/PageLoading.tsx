import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type JSX } from 'react';
import { useWords } from '../common/useWords.js';

/** Shown while a page or its code is on the way; says so when the network is slow. */
export function PageLoading(): JSX.Element {
  const words = useWords();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 5000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box role="status" sx={{ display: 'grid', justifyItems: 'center', gap: 2, py: 8 }}>
      <CircularProgress aria-hidden />
      <Typography color="textSecondary">{words(slow ? 'slow' : 'loading')}</Typography>
    </Box>
  );
}

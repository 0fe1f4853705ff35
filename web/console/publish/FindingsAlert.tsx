import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useEffect, useRef, type JSX } from 'react';
import { useWords } from '../common/useWords.js';
import { useFindings } from './Findings.js';

/** Everything that keeps a change from being published, in one place; `nameOf` names the row a field belongs to. */
export function FindingsAlert({
  nameOf,
}: {
  readonly nameOf: (field: string) => string;
}): JSX.Element | null {
  const findings = useFindings();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const any = findings.length > 0;
  useEffect(() => {
    // What is wrong may stand in a row that is out of sight.
    if (any) box.current?.scrollIntoView({ block: 'start' });
  }, [any]);
  if (!any) return null;
  return (
    <Alert ref={box} severity="error" sx={{ scrollMarginTop: 80 }}>
      <AlertTitle>{words('publish.refusedTitle')}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {findings.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {nameOf(field) === '' ? null : <b>{nameOf(field)}: </b>}
            {message}
          </li>
        ))}
      </Box>
    </Alert>
  );
}

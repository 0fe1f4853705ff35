import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId, type JSX, type ReactNode } from 'react';

/** A titled card. */
export function Section(props: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  const titleId = useId();
  return (
    <Paper component="section" variant="outlined" aria-labelledby={titleId} sx={{ p: { xs: 2, sm: 2.5 } }}>
      <Typography id={titleId} component="h2" variant="h2" sx={{ mb: 1.5 }}>
        {props.title}
      </Typography>
      {props.children}
    </Paper>
  );
}

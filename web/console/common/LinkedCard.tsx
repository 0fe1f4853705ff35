import Paper from '@mui/material/Paper';
import type { JSX, ReactNode } from 'react';
import { useCreatePath, type Identifier } from 'react-admin';
import { Link } from 'react-router';

/** A row of a list on a phone; the whole card opens it. */
export function LinkedCard(props: {
  readonly resource: string;
  readonly id: Identifier;
  readonly children: ReactNode;
}): JSX.Element {
  const { resource, id, children } = props;
  const createPath = useCreatePath();
  return (
    <Paper
      variant="outlined"
      component={Link}
      to={createPath({ resource, type: 'show', id })}
      sx={{
        display: 'grid',
        gap: 0.5,
        p: 1.75,
        color: 'inherit',
        textDecoration: 'none',
        '&:active': { bgcolor: 'primary.light' },
      }}
    >
      {children}
    </Paper>
  );
}

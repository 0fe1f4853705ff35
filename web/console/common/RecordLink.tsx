import Box from '@mui/material/Box';
import type { JSX, ReactNode } from 'react';
import { useCreatePath, type Identifier } from 'react-admin';
import { Link } from 'react-router';

/** The name of a row, which leads to its page. */
export function RecordLink(props: {
  readonly resource: string;
  readonly type: 'edit' | 'show';
  readonly id: Identifier;
  readonly children: ReactNode;
  /** For who hears where it leads and sees no table around. */
  readonly label?: string;
  /** Breaks a word that is longer than its line: names are typed by people. */
  readonly breaks?: boolean;
}): JSX.Element {
  const { resource, type, id, children, label, breaks = false } = props;
  const createPath = useCreatePath();
  return (
    <Box
      component={Link}
      to={createPath({ resource, type, id })}
      aria-label={label}
      sx={{ color: 'primary.main', fontWeight: 700, ...(breaks ? { overflowWrap: 'anywhere' } : {}) }}
    >
      {children}
    </Box>
  );
}

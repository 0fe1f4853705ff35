import Box from '@mui/material/Box';
import type { JSX, ReactNode } from 'react';

/** Words for screen readers only. */
export function Spoken({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <Box
      component="span"
      sx={{
        position: 'absolute',
        width: '1px',
        height: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}

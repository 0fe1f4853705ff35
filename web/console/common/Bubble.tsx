import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { JSX, ReactNode } from 'react';

/** One message of a conversation: the assistant's on the left, the citizen's on the right. */
export function Bubble(props: {
  readonly side: 'assistant' | 'citizen';
  readonly caption?: ReactNode;
  readonly children: ReactNode;
}): JSX.Element {
  const { side, caption, children } = props;
  const own = side === 'citizen';
  return (
    <Box sx={{ display: 'grid', justifyItems: own ? 'end' : 'start' }}>
      {caption === undefined ? null : (
        <Typography variant="caption" color="textSecondary">
          {caption}
        </Typography>
      )}
      <Box
        sx={{
          maxWidth: '88%',
          px: 1.75,
          py: 1.25,
          borderRadius: 3,
          overflowWrap: 'anywhere',
          ...(own
            ? {
                bgcolor: 'primary.main',
                color: 'primary.contrastText',
                borderBottomRightRadius: 4,
                whiteSpace: 'pre-wrap',
              }
            : { bgcolor: '#eaf1ef', borderBottomLeftRadius: 4 }),
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

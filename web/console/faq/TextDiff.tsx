import Box from '@mui/material/Box';
import { Fragment, type JSX } from 'react';
import { useWords } from '../common/useWords.js';
import { wordDiff } from './wordDiff.js';

/** What changed from one text to another, word by word. */
export function TextDiff({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}): JSX.Element {
  const words = useWords();
  return (
    <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: 1.7, ...look }}>
      {wordDiff(before, after).map((part, index) => (
        <Fragment key={index}>
          {part.kind === 'same' ? part.text : null}
          {part.kind === 'removed' ? (
            <del>
              <span className="spoken">[{words('history.removed')}] </span>
              {part.text}
            </del>
          ) : null}
          {part.kind === 'added' ? (
            <ins>
              <span className="spoken">[{words('history.added')}] </span>
              {part.text}
            </ins>
          ) : null}
        </Fragment>
      ))}
    </Box>
  );
}

/** Colour is never the only sign: what goes is struck through, what comes is underlined, and both are spoken. */
const look = {
  '& del': { bgcolor: '#fde3e1', color: '#8c1d18', borderRadius: '3px', px: '2px' },
  '& ins': { bgcolor: '#d8f0da', color: '#14521f', borderRadius: '3px', px: '2px', fontWeight: 600 },
  '& .spoken': {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
} as const;

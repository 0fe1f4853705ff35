import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Fragment, type JSX } from 'react';
import type { FaqContent } from '../api/records.js';
import { useWords } from '../common/useWords.js';
import { faqParts, toPartTexts, type FaqPart } from './faqContent.js';
import { wordDiff } from './wordDiff.js';

/** The parts of an answer that differ between two versions, word by word. */
export function ContentDiff(props: {
  readonly before: FaqContent;
  readonly after: FaqContent;
  readonly same: string;
}): JSX.Element {
  const words = useWords();
  const before = toPartTexts(props.before);
  const after = toPartTexts(props.after);
  const changed = faqParts.filter((part) => before[part] !== after[part]);
  if (changed.length === 0) return <Typography color="textSecondary">{props.same}</Typography>;
  const show = (part: FaqPart, text: string): string =>
    part === 'nextStep' ? words(`entry.nextSteps.${text === '' ? 'none' : text}`) : text;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {changed.map((part) => (
        <div key={part}>
          <Typography variant="caption" component="h3" color="textSecondary" sx={{ m: 0, fontWeight: 700 }}>
            {words(`history.fields.${part}`)}
          </Typography>
          <TextDiff before={show(part, before[part])} after={show(part, after[part])} />
        </div>
      ))}
    </Box>
  );
}

function TextDiff({ before, after }: { readonly before: string; readonly after: string }): JSX.Element {
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

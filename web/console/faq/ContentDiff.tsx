import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import type { FaqContent } from '../api/records.js';
import { useWords } from '../common/useWords.js';
import { faqParts, toPartTexts, type FaqPart } from './faqContent.js';
import { TextDiff } from './TextDiff.js';

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

import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { useInput } from 'react-admin';
import { Choice } from '../common/Choice.js';
import { useTopics } from '../common/useTopics.js';
import { useWords } from '../common/useWords.js';
import { FieldNotes } from './CheckedInput.js';
import { useFindings } from './PreviewContext.js';

const most = 4;

/** Up to four other answers offered below this one. */
export function RelatedInput({ entryId }: { readonly entryId: string }): JSX.Element {
  const words = useWords();
  const findings = useFindings('related');
  const { field } = useInput({ source: 'related', defaultValue: [] });
  const chosen: readonly string[] = Array.isArray(field.value) ? field.value : [];
  const topics = useTopics();
  const titleOf = (id: string): string => topics.find((topic) => topic.id === id)?.title ?? id;
  const free = topics.filter(({ id }) => id !== entryId && !chosen.includes(id));
  return (
    <Box role="group" aria-label={words('entry.related')} sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="h3" component="h2">
        {words('entry.related')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {chosen.map((id) => (
          <Chip
            key={id}
            label={titleOf(id)}
            aria-label={words('entry.removeRelated', { title: titleOf(id) })}
            onDelete={() => field.onChange(chosen.filter((other) => other !== id))}
            sx={{
              fontSize: '1rem',
              maxWidth: '100%',
              height: 'auto',
              minHeight: 36,
              '& .MuiChip-label': { whiteSpace: 'normal' },
            }}
          />
        ))}
      </Box>
      {chosen.length >= most ? null : (
        <Choice
          label={words('entry.addRelated')}
          value=""
          onChoose={(id) => field.onChange([...chosen, id])}
          options={[{ value: '', label: '—' }, ...free.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      )}
      <FormHelperText component="div">
        <FieldNotes help={words('entry.relatedHelp')} findings={findings} />
      </FormHelperText>
    </Box>
  );
}

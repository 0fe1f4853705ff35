import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useWords } from '../common/useWords.js';
import { CheckedInput, FieldNotes } from './CheckedInput.js';
import { usePreview } from './PreviewContext.js';

/** The documents, articles and clauses an answer rests on. */
export function BasisInput(): JSX.Element {
  const words = useWords();
  const { fields, append, remove } = useFieldArray({ name: 'basis' });
  const { findings } = usePreview();
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 1.5 }}>
      <Typography component="legend" variant="h3" sx={{ mb: 1.5, p: 0 }}>
        {words('entry.basis')}
      </Typography>
      {fields.map((field, index) => (
        <Box key={field.id} sx={rowLook}>
          <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
            <CheckedInput source={`basis.${index}.document`} label={words('entry.document')} needed />
          </Box>
          <CheckedInput source={`basis.${index}.article`} label={words('entry.article')} />
          <CheckedInput source={`basis.${index}.clause`} label={words('entry.clause')} />
          <IconButton
            aria-label={words('entry.removeBasis', { number: index + 1 })}
            onClick={() => remove(index)}
            sx={{ mt: 0.75 }}
          >
            <DeleteIcon />
          </IconButton>
        </Box>
      ))}
      <Typography component="div" variant="caption">
        <FieldNotes findings={findings.filter(({ field }) => field === 'basis')} />
      </Typography>
      <Button
        variant="outlined"
        startIcon={<AddIcon />}
        onClick={() => append({ document: '', article: '', clause: '' })}
        sx={{ justifySelf: 'start' }}
      >
        {words('entry.addBasis')}
      </Button>
    </Box>
  );
}

const rowLook = {
  display: 'grid',
  gap: 1,
  alignItems: 'start',
  gridTemplateColumns: { xs: '1fr 1fr auto', sm: 'minmax(0, 1fr) 90px 90px auto' },
} as const;

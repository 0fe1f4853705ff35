import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { useController } from 'react-hook-form';
import { Choice } from '../common/Choice.js';
import { useFieldFindings } from './Findings.js';

/** A drop-down as a field of the form, with what the server's check says about it. */
export function ChoiceInput(props: {
  readonly source: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}): JSX.Element {
  const { source, label, options } = props;
  const { field } = useController({ name: source });
  const findings = useFieldFindings(source);
  return (
    <Box>
      <Choice
        label={label}
        value={typeof field.value === 'string' ? field.value : ''}
        options={options}
        onChoose={field.onChange}
      />
      {findings.map((message) => (
        <Box key={message} sx={{ color: 'error.main', fontWeight: 600, fontSize: '0.875rem' }}>
          {message}
        </Box>
      ))}
    </Box>
  );
}

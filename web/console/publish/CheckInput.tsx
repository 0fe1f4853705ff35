import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { JSX } from 'react';
import { useController } from 'react-hook-form';

/** A yes or no as a field of the form. */
export function CheckInput({
  source,
  label,
}: {
  readonly source: string;
  readonly label: string;
}): JSX.Element {
  const { field } = useController({ name: source });
  return (
    <FormControlLabel
      label={label}
      control={
        <Checkbox checked={field.value === true} onChange={(_event, checked) => field.onChange(checked)} />
      }
    />
  );
}

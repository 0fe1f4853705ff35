import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { useWords } from '../common/useWords.js';

/** Officer or administrator, with what each may do. */
export function RoleInput(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const { field } = useInput({ source: 'role', defaultValue: 'officer' });
  const value: unknown = field.value;
  return (
    <FormControl component="fieldset" sx={{ mt: 1 }}>
      <FormLabel component="legend">{translate('resources.accounts.fields.role')}</FormLabel>
      <RadioGroup
        value={value === 'admin' ? 'admin' : 'officer'}
        onChange={(event) => field.onChange(event.target.value)}
      >
        {(['officer', 'admin'] as const).map((role) => (
          <FormControlLabel
            key={role}
            value={role}
            control={<Radio />}
            sx={{ alignItems: 'flex-start', py: 0.5, '& .MuiRadio-root': { pt: 0.25 } }}
            label={
              <>
                <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
                  {words(`roles.${role}`)}
                </Typography>
                <Typography component="span" variant="caption" color="textSecondary">
                  {words(`roleHelp.${role}`)}
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

import VisibilityIcon from '@mui/icons-material/Visibility';
import VisibilityOffIcon from '@mui/icons-material/VisibilityOff';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState, type JSX } from 'react';
import { useWords } from '../common/useWords.js';

/** A password with a button to see what was typed. */
export function PasswordField(props: {
  readonly label: string;
  readonly name: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly help?: string | undefined;
}): JSX.Element {
  const { label, name, autoComplete, value, onChange, error, help } = props;
  const words = useWords();
  const [visible, setVisible] = useState(false);
  return (
    <TextField
      label={label}
      name={name}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      type={visible ? 'text' : 'password'}
      autoComplete={autoComplete}
      error={error !== undefined}
      helperText={error ?? help}
      slotProps={{
        htmlInput: { autoCapitalize: 'none', spellCheck: false, maxLength: 200 },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                edge="end"
                aria-label={words(visible ? 'password.hide' : 'password.show')}
                onClick={() => setVisible(!visible)}
              >
                {visible ? <VisibilityOffIcon /> : <VisibilityIcon />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

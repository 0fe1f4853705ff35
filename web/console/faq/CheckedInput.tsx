import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { required, TextInput } from 'react-admin';
import type { Finding } from '../api/records.js';
import { useFindings } from './PreviewContext.js';

/** A text field of the form that also shows what the server's check says about it. */
export function CheckedInput(props: {
  readonly source: string;
  readonly label: string;
  readonly help?: string;
  readonly lang?: 'vi' | 'en';
  readonly rows?: number;
  readonly type?: 'text' | 'date';
  readonly needed?: boolean;
}): JSX.Element {
  const { source, label, help, lang, rows, type = 'text', needed = false } = props;
  const findings = useFindings(source);
  const wrong = findings.some(({ severity }) => severity === 'error');
  return (
    <TextInput
      source={source}
      label={label}
      type={type}
      {...(needed ? { validate: notEmpty } : {})}
      {...(wrong ? { error: true } : {})}
      {...(rows === undefined ? {} : { multiline: true, minRows: rows, maxRows: 14 })}
      parse={keepText}
      helperText={<FieldNotes {...(help === undefined ? {} : { help })} findings={findings} />}
      slotProps={{
        htmlInput: lang === undefined ? {} : { lang },
        ...(type === 'date' ? { inputLabel: { shrink: true } } : {}),
      }}
    />
  );
}

/** Help and findings under a field. */
export function FieldNotes(props: {
  readonly help?: string;
  readonly findings: readonly Finding[];
}): JSX.Element {
  return (
    <>
      {props.findings.map(({ message, severity }) => (
        <Box
          key={message}
          component="span"
          sx={{
            display: 'block',
            fontWeight: 600,
            color: severity === 'error' ? 'error.main' : 'warning.main',
          }}
        >
          {message}
        </Box>
      ))}
      {props.help === undefined ? null : (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
          {props.help}
        </Box>
      )}
    </>
  );
}

const notEmpty = required();

/** The form keeps what was typed as it is; react-admin would turn an emptied field into null. */
function keepText(value: string): string {
  return value;
}

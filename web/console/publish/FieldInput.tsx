import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { TextInput } from 'react-admin';
import { useFieldFindings } from './Findings.js';

/** A field of a record of the table with what the server's check says about it. */
export function FieldInput(props: {
  readonly source: string;
  readonly label: string;
  readonly help?: string;
  readonly lang?: 'vi' | 'en';
  readonly rows?: number;
  readonly type?: 'text' | 'date' | 'tel';
  readonly numeric?: boolean;
  readonly disabled?: boolean;
}): JSX.Element {
  const { source, label, help, lang, rows, type = 'text', numeric = false, disabled = false } = props;
  const findings = useFieldFindings(source);
  return (
    <TextInput
      source={source}
      label={label}
      type={type}
      disabled={disabled}
      {...(findings.length > 0 ? { error: true } : {})}
      {...(rows === undefined ? {} : { multiline: true, minRows: rows, maxRows: 14 })}
      parse={keepText}
      helperText={
        findings.length === 0 && help === undefined ? false : <Notes findings={findings} help={help} />
      }
      slotProps={{
        htmlInput: {
          ...(lang === undefined ? {} : { lang }),
          ...(numeric ? { inputMode: 'decimal' as const, autoComplete: 'off' } : {}),
        },
        ...(type === 'date' ? { inputLabel: { shrink: true } } : {}),
      }}
    />
  );
}

function Notes(props: {
  readonly findings: readonly string[];
  readonly help: string | undefined;
}): JSX.Element {
  return (
    <>
      {props.findings.map((message) => (
        <Box key={message} component="span" sx={{ display: 'block', fontWeight: 600, color: 'error.main' }}>
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

/** The form keeps what was typed as it is; react-admin would turn an emptied field into null. */
function keepText(value: string): string {
  return value;
}

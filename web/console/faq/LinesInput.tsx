import type { JSX } from 'react';
import { TextInput } from 'react-admin';
import { useFindings } from './PreviewContext.js';
import { FieldNotes } from './CheckedInput.js';

/** A list as a text area, one item per line. */
export function LinesInput(props: {
  readonly source: string;
  readonly label: string;
  readonly help: string;
  readonly rows: number;
  readonly lang?: 'vi' | 'en';
}): JSX.Element {
  const { source, label, help, rows, lang } = props;
  const findings = useFindings(source);
  return (
    <TextInput
      source={source}
      label={label}
      multiline
      minRows={rows}
      maxRows={24}
      format={toText}
      parse={toLines}
      {...(findings.some(({ severity }) => severity === 'error') ? { error: true } : {})}
      helperText={<FieldNotes help={help} findings={findings} />}
      slotProps={{ htmlInput: { spellCheck: false, ...(lang === undefined ? {} : { lang }) } }}
    />
  );
}

function toText(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : '';
}

/** Empty lines stay while typing (the next item begins with one) and go when the form is read. */
function toLines(text: string): readonly string[] {
  return text.split('\n');
}

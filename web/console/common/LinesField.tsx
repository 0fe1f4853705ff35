import type { JSX } from 'react';
import { TextInput } from 'react-admin';

/** A list as a text area, one item per line. */
export function LinesField(props: {
  readonly source: string;
  readonly label: string;
  readonly rows: number;
  readonly lang?: 'vi' | 'en';
  readonly isWrong: boolean;
  /** Help and what is wrong, under the area. */
  readonly notes: JSX.Element;
}): JSX.Element {
  const { source, label, rows, lang, isWrong, notes } = props;
  return (
    <TextInput
      source={source}
      label={label}
      multiline
      minRows={rows}
      maxRows={24}
      format={toText}
      parse={toLines}
      {...(isWrong ? { error: true } : {})}
      helperText={notes}
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

import type { JSX } from 'react';
import { LinesField } from '../common/LinesField.js';
import { useFindings } from './PreviewContext.js';
import { FieldNotes } from './CheckedInput.js';

/** A list of the answer, one item per line, with what the server's check says about it. */
export function LinesInput(props: {
  readonly source: string;
  readonly label: string;
  readonly help: string;
  readonly rows: number;
  readonly lang?: 'vi' | 'en';
}): JSX.Element {
  const { help, ...field } = props;
  const findings = useFindings(props.source);
  return (
    <LinesField
      {...field}
      isWrong={findings.some(({ severity }) => severity === 'error')}
      notes={<FieldNotes help={help} findings={findings} />}
    />
  );
}

import type { JSX } from 'react';
import { useWatch } from 'react-hook-form';
import { LinesField } from '../common/LinesField.js';
import { useWords } from '../common/useWords.js';
import { FieldNotes } from '../faq/CheckedInput.js';
import { useFindings } from '../publish/Findings.js';

/** The communes a place serves, one a line, with what is wrong with any of them. */
export function CommunesInput(): JSX.Element {
  const words = useWords();
  const lines: unknown = useWatch({ name: 'communes' });
  const findings = useFindings().filter(({ field }) => field === 'communes' || field.startsWith('communes.'));
  /** Which of the lines is meant, where there are several. */
  const told = findings.map(({ field, message }) => {
    const line: unknown = Array.isArray(lines) ? lines[Number(field.split('.')[1])] : undefined;
    return {
      field,
      message: typeof line === 'string' ? `${line.trim()}: ${message}` : message,
      severity: 'error' as const,
    };
  });
  return (
    <LinesField
      source="communes"
      label={words('places.communes')}
      rows={3}
      isWrong={findings.length > 0}
      notes={<FieldNotes help={words('places.communesHelp')} findings={told} />}
    />
  );
}

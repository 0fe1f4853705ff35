import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type JSX } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { formatIsoDate } from '../common/times.js';
import { Section } from '../common/Section.js';
import { useWords } from '../common/useWords.js';
import type { ParameterDetail } from '../publish/records.js';
import { AddRowPanel } from './AddRowPanel.js';
import { addRow, dropRow, readFormRows, type FormRow } from './formRows.js';
import { RowCard } from './RowCard.js';

/** The values of a parameter as a line of time, the newest on top. */
export function RowTimeline({ parameter }: { readonly parameter: ParameterDetail }): JSX.Element {
  const { unit, today } = parameter;
  const words = useWords();
  const { getValues } = useFormContext();
  const { fields, replace } = useFieldArray({ name: 'values' });
  const [opened, setOpened] = useState<string>();
  const [said, setSaid] = useState('');

  const put = (rows: readonly FormRow[]): void => replace([...rows]);
  const add = (from: string, value: string): string | undefined => {
    const added = addRow(readFormRows(getValues()), { from, value, today });
    if (added.status === 'taken') return words('parameters.dayTaken', { date: formatIsoDate(from) });
    put(added.rows);
    setOpened(from);
    setSaid(
      added.closed === ''
        ? words('parameters.added', { date: formatIsoDate(from) })
        : words('parameters.addedClosed', { date: formatIsoDate(from), end: formatIsoDate(added.closed) }),
    );
    return undefined;
  };
  const drop = (index: number, from: string): void => {
    put(dropRow(readFormRows(getValues()), index));
    setSaid(words('parameters.dropped', { date: formatIsoDate(from) }));
  };

  return (
    <Section title={words('parameters.rows')}>
      <AddRowPanel unit={unit} onAdd={add} />
      <Typography role="status" sx={{ minHeight: 24, my: 1, fontWeight: 600 }}>
        {said}
      </Typography>
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {fields
          .map((field, index) => (
            <li key={field.id}>
              <RowCard
                index={index}
                unit={unit}
                today={today}
                opened={opened}
                onDrop={fields.length > 1 ? (from) => drop(index, from) : undefined}
              />
            </li>
          ))
          .toReversed()}
      </Box>
    </Section>
  );
}

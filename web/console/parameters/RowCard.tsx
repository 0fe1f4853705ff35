import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useEffect, useRef, useState, type JSX } from 'react';
import { useWatch } from 'react-hook-form';
import { useWords } from '../common/useWords.js';
import { FieldInput } from '../publish/FieldInput.js';
import { useFindings } from '../publish/Findings.js';
import { formatValue } from '../publish/formatValue.js';
import { toValue } from '../publish/readValue.js';
import type { Unit } from '../publish/records.js';
import { describeTime } from './describeRows.js';
import { readFormRows, rowState, type FormRow } from './formRows.js';

const colours = {
  past: { color: '#4a5a55', bgcolor: '#e6ecea' },
  current: { color: '#14521f', bgcolor: '#d8f0da' },
  coming: { color: '#123f70', bgcolor: '#dcebfa' },
} as const;

/** One value with its days and legal basis: a line that opens to its fields. */
export function RowCard(props: {
  readonly index: number;
  readonly unit: Unit;
  readonly today: string;
  /** The first day of the row that was just added. */
  readonly opened: string | undefined;
  /** Undefined for the only row, which must stay. */
  readonly onDrop: ((from: string) => void) | undefined;
}): JSX.Element | null {
  const { index, unit, today, opened, onDrop } = props;
  const words = useWords();
  const watched: unknown = useWatch();
  const row = readFormRows(watched)[index];
  const findings = useFindings();
  const wrong = findings.some(({ field }) => field.startsWith(`values.${index}.`));
  const isNew = row !== undefined && row.from === opened;
  const [open, setOpen] = useState(isNew);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong) setOpen(true);
  }, [wrong]);
  useEffect(() => {
    // The next thing to fill in is the document behind the new value.
    if (isNew) box.current?.querySelector<HTMLInputElement>('input[name$=".document"]')?.focus();
    // Only when the row comes; typing another day into it must not move the keyboard.
  }, []);
  if (row === undefined) return null;
  return (
    <Accordion
      ref={box}
      variant="outlined"
      disableGutters
      expanded={open}
      onChange={(_event, expanded) => setOpen(expanded)}
      slotProps={{ transition: { unmountOnExit: true, timeout: 0 }, heading: { component: 'h3' } }}
      sx={{ borderRadius: 2, '&::before': { display: 'none' } }}
    >
      <AccordionSummary
        expandIcon={<ExpandMoreIcon />}
        sx={{ font: 'inherit', textAlign: 'left', '& .MuiAccordionSummary-content': { my: 1 } }}
      >
        <RowSummary row={row} unit={unit} today={today} wrong={wrong} />
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 1.5 }}>
        <RowFields index={index} unit={unit} typed={row.value} />
        {onDrop === undefined ? null : (
          <Button
            color="error"
            startIcon={<DeleteIcon />}
            onClick={() => onDrop(row.from)}
            sx={{ justifySelf: 'start' }}
          >
            {words('parameters.drop')}
          </Button>
        )}
      </AccordionDetails>
    </Accordion>
  );
}

function RowSummary(props: {
  readonly row: FormRow;
  readonly unit: Unit;
  readonly today: string;
  readonly wrong: boolean;
}): JSX.Element {
  const { row, unit, today, wrong } = props;
  const words = useWords();
  const state = rowState(row, today);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        rowGap: 0.25,
        minWidth: 0,
      }}
    >
      <Box component="span" sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>
        {row.value === '' ? words('parameters.noValue') : formatValue(unit, toValue(unit, row.value), words)}
      </Box>
      <span>{describeTime(row, words)}</span>
      <Chip
        size="small"
        label={words(`parameters.rowStates.${state}`)}
        sx={{ ...colours[state], fontSize: '0.875rem', fontWeight: 600 }}
      />
      {wrong ? <ErrorIcon color="error" titleAccess={words('entry.tabHasError')} /> : null}
    </Box>
  );
}

function RowFields(props: {
  readonly index: number;
  readonly unit: Unit;
  readonly typed: string;
}): JSX.Element {
  const { index, unit, typed } = props;
  const words = useWords();
  const at = (name: string): string => `values.${index}.${name}`;
  const read = toValue(unit, typed);
  const help =
    typeof read === 'number'
      ? words('parameters.readAs', { value: formatValue(unit, read, words) })
      : undefined;
  const unitWord = words(`parameters.units.${unit}`);
  return (
    <>
      <Box sx={columns(3)}>
        <FieldInput source={at('from')} label={words('parameters.from')} type="date" />
        <FieldInput
          source={at('to')}
          label={words('parameters.to')}
          type="date"
          help={words('parameters.toHelp')}
        />
        <Box sx={{ gridColumn: unit === 'table' ? '1 / -1' : 'auto' }}>
          <FieldInput
            source={at('value')}
            label={words('parameters.value', { unit: unitWord })}
            numeric={unit !== 'text' && unit !== 'date' && unit !== 'table'}
            type={unit === 'date' ? 'date' : 'text'}
            {...(unit === 'table' ? { rows: 6, help: words('parameters.tableHelp') } : {})}
            {...(help === undefined ? {} : { help })}
          />
        </Box>
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: '1fr 1fr', sm: 'minmax(0, 1fr) 110px 130px' },
        }}
      >
        <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
          <FieldInput source={at('basis.document')} label={words('entry.document')} />
        </Box>
        <FieldInput source={at('basis.article')} label={words('entry.article')} />
        <FieldInput source={at('basis.clause')} label={words('entry.clause')} />
      </Box>
      <FieldInput source={at('basis.link')} label={words('parameters.link')} />
      <FieldInput source={at('note')} label={words('parameters.note')} rows={2} />
      <Box sx={columns(2)}>
        <FieldInput source={at('reviewedOn')} label={words('parameters.reviewedOn')} type="date" />
        <FieldInput
          source={at('reviewBy')}
          label={words('parameters.reviewBy')}
          type="date"
          help={words('parameters.reviewByHelp')}
        />
      </Box>
    </>
  );
}

function columns(count: number) {
  return {
    display: 'grid',
    gap: 1.5,
    alignItems: 'start',
    gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: `repeat(${count}, minmax(0, 1fr))` },
  } as const;
}

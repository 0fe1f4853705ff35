import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type JSX, type KeyboardEvent } from 'react';
import { useWords } from '../common/useWords.js';
import { formatValue } from '../publish/formatValue.js';
import { toValue } from '../publish/readValue.js';
import type { Unit } from '../publish/records.js';

/** "From this day on, this value": the usual change in two fields. `onAdd` answers with words where the day can't be. */
export function AddRowPanel(props: {
  readonly unit: Unit;
  readonly onAdd: (from: string, value: string) => string | undefined;
}): JSX.Element {
  const { unit, onAdd } = props;
  const words = useWords();
  const [from, setFrom] = useState('');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string>();
  const read = toValue(unit, value);
  const add = (): void => {
    if (from === '') return setProblem(words('parameters.dayMissing'));
    const refused = onAdd(from, value);
    setProblem(refused);
    if (refused !== undefined) return;
    setFrom('');
    setValue('');
  };
  /** The fields stand within the form of the parameter, which Enter must not send. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || unit === 'table') return;
    event.preventDefault();
    add();
  };
  return (
    <Box
      role="group"
      aria-label={words('parameters.add')}
      sx={{ p: 1.5, borderRadius: 2, bgcolor: '#eaf1ef', display: 'grid', gap: 1.25 }}
    >
      <Typography component="h3" variant="h3">
        {words('parameters.add')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 1.25,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '190px minmax(0, 1fr) auto' },
        }}
      >
        <TextField
          type="date"
          size="small"
          label={words('parameters.addFrom')}
          value={from}
          error={problem !== undefined}
          helperText={problem}
          onChange={(event) => setFrom(event.target.value)}
          onKeyDown={onKeyDown}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          size="small"
          label={words('parameters.addValue', { unit: words(`parameters.units.${unit}`) })}
          value={value}
          type={unit === 'date' ? 'date' : 'text'}
          multiline={unit === 'table'}
          {...(unit === 'table' ? { minRows: 3, maxRows: 12 } : {})}
          helperText={
            typeof read === 'number'
              ? words('parameters.readAs', { value: formatValue(unit, read, words) })
              : undefined
          }
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={onKeyDown}
          slotProps={{
            htmlInput: {
              inputMode: unit === 'text' || unit === 'table' ? 'text' : 'decimal',
              autoComplete: 'off',
            },
            ...(unit === 'date' ? { inputLabel: { shrink: true } } : {}),
          }}
        />
        <Button variant="outlined" startIcon={<AddIcon />} onClick={add}>
          {words('parameters.addButton')}
        </Button>
      </Box>
      <Typography variant="caption" color="textSecondary">
        {words('parameters.addHelp')}
      </Typography>
    </Box>
  );
}

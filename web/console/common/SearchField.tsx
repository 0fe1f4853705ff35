import SearchIcon from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState, type JSX } from 'react';

/** A search box that reports what was typed once the typing rests for 400 ms, or at once on Enter. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}): JSX.Element {
  const { label, value, onSearch } = props;
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // By the time the typing rests, another filter may have been set: the newest callback knows of it.
  const newest = useRef(onSearch);
  useEffect(() => {
    newest.current = onSearch;
  }, [onSearch]);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const report = (text: string, delay: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => newest.current(text.trim()), delay);
  };
  return (
    <TextField
      type="search"
      size="small"
      label={label}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        report(event.target.value, 400);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') report(typed, 0);
      }}
      slotProps={{
        htmlInput: { enterKeyHint: 'search', autoComplete: 'off', maxLength: 100 },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon aria-hidden />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type JSX } from 'react';
import { useWords } from '../common/useWords.js';

/** The first items of a list; the others on demand. */
export function LongList(props: {
  readonly items: readonly JSX.Element[];
  readonly most: number;
}): JSX.Element {
  const { items, most } = props;
  const words = useWords();
  const [open, setOpen] = useState(false);
  const shown = open ? items : items.slice(0, most);
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {shown.map((item) => (
          <li key={item.key}>{item}</li>
        ))}
      </Box>
      {items.length <= most ? null : (
        <Button onClick={() => setOpen(!open)} aria-expanded={open} sx={{ mt: 1, ml: -1 }}>
          {open ? words('publish.fewer') : words('publish.more', { smart_count: items.length - most })}
        </Button>
      )}
    </>
  );
}

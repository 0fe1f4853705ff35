import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useRef, useState, type JSX } from 'react';
import { useWords } from '../common/useWords.js';

const longest = 1_500;

/** Where an officer writes. What could not be sent stays; sent again it goes out once. */
export function AnswerBox(props: {
  readonly busy: boolean;
  readonly closed: boolean;
  readonly onSend: (text: string, key: string) => Promise<boolean>;
}): JSX.Element {
  const { busy, closed, onSend } = props;
  const words = useWords();
  const [text, setText] = useState('');
  const attempt = useRef<{ readonly text: string; readonly key: string }>(undefined);
  const trimmed = text.trim();
  const send = async (): Promise<void> => {
    if (trimmed === '' || busy || closed) return;
    if (attempt.current?.text !== trimmed) attempt.current = { text: trimmed, key: crypto.randomUUID() };
    if (!(await onSend(trimmed, attempt.current.key))) return;
    attempt.current = undefined;
    setText('');
  };
  return (
    <Box
      component="form"
      sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={words('conversations.answer')}
        helperText={words('conversations.answerHelp')}
        multiline
        minRows={2}
        maxRows={8}
        fullWidth
        autoFocus
        value={text}
        disabled={closed}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send();
        }}
        slotProps={{ htmlInput: { maxLength: longest } }}
      />
      <Button type="submit" variant="contained" disabled={busy || closed || trimmed === ''}>
        {words(busy ? 'conversations.sending' : 'conversations.send')}
      </Button>
    </Box>
  );
}

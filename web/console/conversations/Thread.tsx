import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type JSX } from 'react';
import { Bubble } from '../common/Bubble.js';
import { FormattedText } from '../common/FormattedText.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import type { Message } from './records.js';

/** What was said, the newest at the bottom and in sight; what comes in is read aloud by screen readers. */
export function Thread({ messages }: { readonly messages: readonly Message[] }): JSX.Element {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.id;
  useEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [newest]);
  return (
    <Paper
      ref={box}
      variant="outlined"
      role="log"
      aria-label={words('conversations.messages')}
      tabIndex={0}
      sx={{ p: 2, maxHeight: '55vh', overflowY: 'auto', display: 'grid', gap: 1.25 }}
    >
      {messages.length === 0 ? (
        <Typography color="textSecondary">{words('conversations.noMessages')}</Typography>
      ) : (
        messages.map((message) => <Line key={message.id} message={message} />)
      )}
    </Paper>
  );
}

function Line({ message }: { readonly message: Message }): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const { role, at, text, delivery } = message;
  const who = { user: 'lead.citizen', bot: 'lead.assistant', officer: 'conversations.officer' } as const;
  const caption = [
    words(who[role]),
    formatDateTime(at, locale),
    ...(delivery === null ? [] : [words(`conversations.delivery.${delivery}`)]),
  ].join(' · ');
  return (
    <Bubble side={role === 'user' ? 'citizen' : 'assistant'} caption={caption}>
      {/* Only the assistant's words hold formatting. */}
      {role === 'bot' ? <FormattedText text={text} /> : <Box sx={{ whiteSpace: 'pre-wrap' }}>{text}</Box>}
    </Bubble>
  );
}

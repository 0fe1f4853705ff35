import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { AnswerButton } from './AnswerButton.js';
import { pathOf } from '../api/dataProvider.js';
import type { ConversationMessage } from '../api/records.js';
import { requestShape } from '../api/request.js';
import { hasMessages } from '../api/shapes.js';
import { Bubble } from '../common/Bubble.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { FormattedText } from '../common/FormattedText.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';

/** What was said in the chat; fetched only when opened. */
export function ConversationSection({ leadId }: { readonly leadId: string }): JSX.Element {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Accordion
      variant="outlined"
      disableGutters
      expanded={open}
      onChange={(_event, expanded) => setOpen(expanded)}
      slotProps={{ heading: { component: 'h2' } }}
      sx={{ borderRadius: '10px !important', '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandMoreIcon />} sx={{ px: { xs: 2, sm: 2.5 }, minHeight: 60 }}>
        <Typography component="span" variant="h2">
          {words('lead.conversation')}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ px: { xs: 2, sm: 2.5 }, pb: 2.5 }}>
        {open ? <Messages leadId={leadId} /> : null}
        <AnswerButton leadId={leadId} />
      </AccordionDetails>
    </Accordion>
  );
}

function Messages({ leadId }: { readonly leadId: string }): JSX.Element {
  const words = useWords();
  const guarded = useGuarded();
  const { data, error, refetch } = useQuery({
    queryKey: ['leads', 'conversation', leadId],
    queryFn: ({ signal }) =>
      guarded(requestShape(`${pathOf('leads', leadId)}/conversation`, hasMessages, { signal })),
  });

  if (error !== null) return <FailureAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  if (data.messages.length === 0) {
    return <Typography color="textSecondary">{words('lead.conversationEmpty')}</Typography>;
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.25 }}>
      {data.messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </Box>
  );
}

function Message({ message }: { readonly message: ConversationMessage }): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const citizen = message.role === 'user';
  return (
    <Bubble
      side={citizen ? 'citizen' : 'assistant'}
      caption={`${words(citizen ? 'lead.citizen' : 'lead.assistant')} · ${formatDateTime(message.at, locale)}`}
    >
      {/* A citizen's words are shown as typed; only the assistant's hold formatting. */}
      {citizen ? message.text : <FormattedText text={message.text} />}
    </Bubble>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type JSX } from 'react';
import { Link, useParams } from 'react-router';
import { pathOf } from '../api/dataProvider.js';
import { requestShape } from '../api/request.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { PageHeading } from '../common/PageHeading.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';
import { AnswerBox } from './AnswerBox.js';
import { isOpenConversation, type OpenConversation } from './records.js';
import { StateChip } from './StateChip.js';
import { Thread } from './Thread.js';

const refreshEvery = 4_000;

/** One conversation: what was said, taking over, answering, handing back. Looks for new words every few seconds. */
export function ConversationPage(): JSX.Element {
  const words = useWords();
  const { id = '' } = useParams();
  const guarded = useGuarded();
  const client = useQueryClient();
  const wasOpened = useRef(false);
  const key = ['conversations', 'open', id];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    refetchInterval: refreshEvery,
    queryFn: async ({ signal }) => {
      const again = wasOpened.current ? { query: { again: true } } : {};
      const found = await guarded(
        requestShape(pathOf('conversations', id), isOpenConversation, { ...again, signal }),
      );
      wasOpened.current = true;
      return found;
    },
  });
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState<Action>();
  const act = async (action: Action, body?: object): Promise<boolean> => {
    setBusy(action);
    setFailure(undefined);
    try {
      const path = `${pathOf('conversations', id)}/${action}`;
      const changed = await guarded(
        requestShape(path, isOpenConversation, { method: 'POST', ...(body === undefined ? {} : { body }) }),
      );
      await client.cancelQueries({ queryKey: key });
      client.setQueryData(key, changed);
      return true;
    } catch (thrown) {
      setFailure(thrown);
      void refetch();
      return false;
    } finally {
      setBusy(undefined);
    }
  };
  const heading = (
    <PageHeading
      title={data?.lead?.name ?? words('conversations.someone')}
      back={{ to: '/conversations', label: words('conversations.back') }}
    />
  );
  if (data === undefined) {
    return (
      <>
        {heading}
        {error === null ? <PageLoading /> : <FailureAlert error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 860 }}>
      <div>{heading}</div>
      <Standing conversation={data} />
      {error === null ? null : <FailureAlert error={error} onRetry={() => void refetch()} />}
      <Thread messages={data.messages} />
      {failure === undefined ? null : (
        <FailureAlert error={failure} title={busy === undefined ? words('conversations.notSent') : ''} />
      )}
      {data.isMine ? (
        <AnswerBox
          busy={busy === 'messages'}
          closed={data.reach.status === 'closed'}
          onSend={(text, messageKey) => act('messages', { text, key: messageKey })}
        />
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {data.isMine ? (
          <Button variant="outlined" disabled={busy !== undefined} onClick={() => void act('hand-back')}>
            {words(busy === 'hand-back' ? 'conversations.handingBack' : 'conversations.handBack')}
          </Button>
        ) : (
          <Button
            variant="contained"
            disabled={busy !== undefined || data.reach.status === 'closed'}
            onClick={() => void act('take-over')}
          >
            {words(busy === 'take-over' ? 'conversations.takingOver' : 'conversations.takeOver')}
          </Button>
        )}
        {data.lead === null ? null : (
          <Button component={Link} to={`/leads/${encodeURIComponent(data.lead.id)}/show`}>
            {words('conversations.lead')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

type Action = 'take-over' | 'messages' | 'hand-back';

/** Who answers, on which channel, and until when one may write. */
function Standing({ conversation }: { readonly conversation: OpenConversation }): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const { reach, until, channel, campaign, event } = conversation;
  const time = (at: number | string): string => formatDateTime(new Date(at).toISOString(), locale);
  const facts = [
    words(`channels.${channel}`),
    ...(campaign === null ? [] : [[campaign, event].filter((part) => part !== null).join(' · ')]),
    ...(until === null || conversation.state !== 'officer'
      ? []
      : [words('conversations.until', { time: time(until) })]),
    ...(reach.status === 'closed' || reach.closesAt === undefined
      ? []
      : [words('conversations.closesAt', { time: time(reach.closesAt) })]),
    ...(reach.status === 'closed' || reach.freeUntil === undefined
      ? []
      : [words('conversations.paid', { time: time(reach.freeUntil) })]),
  ];
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <StateChip conversation={conversation} />
      <Typography color="textSecondary">{facts.join(' · ')}</Typography>
      <Typography variant="caption" color="textSecondary">
        {words('conversations.masked')}
      </Typography>
      {reach.status === 'closed' ? (
        <Alert severity="info" sx={{ width: '100%' }}>
          {words(`conversations.closed.${reach.reason}`)}
        </Alert>
      ) : null}
    </Box>
  );
}

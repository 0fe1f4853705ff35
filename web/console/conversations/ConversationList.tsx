import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { DataTable, ListBase } from 'react-admin';
import { LinkedCard } from '../common/LinkedCard.js';
import { ListHeading } from '../common/ListHeading.js';
import { ListRows } from '../common/ListRows.js';
import { NoRows } from '../common/NoRows.js';
import { RecordLink } from '../common/RecordLink.js';
import { RelativeTime } from '../common/RelativeTime.js';
import { useWords, type Words } from '../common/useWords.js';
import type { Conversation } from './records.js';
import { StateChip } from './StateChip.js';

const refreshEvery = 5_000;

/** Who waits for a person, and whom a person answers; who waits longest on top. */
export function ConversationList(): JSX.Element {
  const words = useWords();
  return (
    <ListBase<Conversation>
      resource="conversations"
      perPage={100}
      queryOptions={{ refetchInterval: refreshEvery, onError: () => undefined }}
    >
      <ListHeading title={words('conversations.title')} help={words('conversations.help')} />
      <ListRows<Conversation>
        empty={
          <NoRows
            noMatch={words('conversations.empty')}
            empty={words('conversations.empty')}
            help={words('conversations.emptyHelp')}
          />
        }
        table={<ConversationTable />}
        card={(conversation) => <ConversationCard conversation={conversation} />}
      />
    </ListBase>
  );
}

function ConversationTable(): JSX.Element {
  const words = useWords();
  return (
    <DataTable<Conversation> bulkActionButtons={false} rowClick="show" size="medium">
      <DataTable.Col<Conversation>
        source="id"
        disableSort
        render={(conversation) => (
          <RecordLink
            resource="conversations"
            type="show"
            id={conversation.id}
            label={words('conversations.open', { name: nameOf(conversation, words) })}
            breaks
          >
            {nameOf(conversation, words)}
          </RecordLink>
        )}
      />
      <DataTable.Col<Conversation>
        source="state"
        disableSort
        render={(conversation) => <StateChip conversation={conversation} />}
      />
      <DataTable.Col<Conversation> source="lastWords" disableSort sx={{ overflowWrap: 'anywhere' }} />
      <DataTable.Col<Conversation>
        source="channel"
        disableSort
        render={({ channel }) => words(`channels.${channel}`)}
      />
      <DataTable.Col<Conversation>
        source="since"
        disableSort
        sx={{ whiteSpace: 'nowrap' }}
        render={({ since }) => <RelativeTime at={since} />}
      />
    </DataTable>
  );
}

function ConversationCard({ conversation }: { readonly conversation: Conversation }): JSX.Element {
  const words = useWords();
  return (
    <LinkedCard resource="conversations" id={conversation.id}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 1 }}>
        <Typography sx={{ fontWeight: 700, fontSize: '1.0625rem', overflowWrap: 'anywhere' }}>
          {nameOf(conversation, words)}
        </Typography>
        <StateChip conversation={conversation} />
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere' }}>{conversation.lastWords}</Typography>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, color: 'text.secondary' }}>
        <span>{words(`channels.${conversation.channel}`)}</span>
        <RelativeTime at={conversation.since} />
      </Box>
    </LinkedCard>
  );
}

/** Whoever left a number is known by name; of the others nobody is asked who they are. */
function nameOf({ lead }: Conversation, words: Words): string {
  return lead?.name ?? words('conversations.someone');
}

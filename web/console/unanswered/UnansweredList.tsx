import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { DataTable, ListBase } from 'react-admin';
import { isRecordOf } from '../api/shapes.js';
import { FilterBar } from '../common/FilterBar.js';
import { ListHeading } from '../common/ListHeading.js';
import { ListRows } from '../common/ListRows.js';
import { NoRows } from '../common/NoRows.js';
import { RecordDialogs, useOpenDialog } from '../common/RecordDialogs.js';
import { formatDateTime } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { AdoptDialog } from './AdoptDialog.js';
import { DismissDialog } from './DismissDialog.js';
import { outcomes, type UnansweredGroup } from './records.js';
import { UnansweredExportButton } from './UnansweredExportButton.js';

const orders = ['count_DESC', 'lastAt_DESC', 'text_ASC'];
const shownWordings = 3;

/** What people asked and got no answer to, the most frequent first. */
export function UnansweredList(): JSX.Element {
  const words = useWords();
  return (
    <ListBase<UnansweredGroup>
      resource="unanswered"
      perPage={25}
      sort={{ field: 'count', order: 'DESC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <RecordDialogs<UnansweredGroup>
        isRecord={isRecordOf<UnansweredGroup>}
        dialog={(kind, group, onClose) =>
          kind === 'adopt' ? (
            <AdoptDialog group={group} onClose={onClose} />
          ) : (
            <DismissDialog group={group} onClose={onClose} />
          )
        }
      >
        <ListHeading
          title={words('unanswered.title')}
          help={words('unanswered.help')}
          aside={<UnansweredExportButton />}
        />
        <Filters />
        <ListRows<UnansweredGroup>
          empty={
            <NoRows
              noMatch={words('unanswered.noMatch')}
              empty={words('unanswered.empty')}
              help={words('unanswered.emptyHelp')}
            />
          }
          table={<UnansweredTable />}
          card={(group) => <UnansweredCard group={group} />}
        />
      </RecordDialogs>
    </ListBase>
  );
}

function Filters(): JSX.Element {
  const words = useWords();
  return (
    <FilterBar
      search={words('unanswered.search')}
      choices={[
        {
          name: 'outcome',
          label: words('unanswered.outcome'),
          options: ['', ...outcomes].map((value) => ({
            value,
            label: words(value === '' ? 'unanswered.anyOutcome' : `unanswered.outcomes.${value}`),
          })),
        },
      ]}
      days={(['from', 'to'] as const).map((name) => ({ name, label: words(`leads.${name}`) }))}
      order={{ options: orders.map((value) => ({ value, label: words(`unanswered.sorts.${value}`) })) }}
    />
  );
}

function UnansweredTable(): JSX.Element {
  return (
    <DataTable<UnansweredGroup> bulkActionButtons={false} rowClick={false} size="medium">
      <DataTable.Col<UnansweredGroup> source="text" render={(group) => <Wordings group={group} />} />
      <DataTable.NumberCol<UnansweredGroup> source="count" sortByOrder="DESC" />
      <DataTable.Col<UnansweredGroup>
        source="outcomes"
        disableSort
        render={(group) => <Outcomes group={group} />}
      />
      <DataTable.Col<UnansweredGroup>
        source="lastAt"
        sortByOrder="DESC"
        render={(group) => <LastAsked group={group} />}
      />
      <DataTable.Col<UnansweredGroup>
        source="id"
        disableSort
        label=""
        render={(group) => <Actions group={group} />}
      />
    </DataTable>
  );
}

function UnansweredCard({ group }: { readonly group: UnansweredGroup }): JSX.Element {
  const words = useWords();
  return (
    <Paper variant="outlined" sx={{ p: 1.75, display: 'grid', gap: 1 }}>
      <Wordings group={group} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 700 }}>
          {words('unanswered.times', { smart_count: group.count })}
        </Typography>
        <Outcomes group={group} />
      </Box>
      <Typography variant="caption" color="textSecondary">
        <LastAsked group={group} />
      </Typography>
      <Actions group={group} />
    </Paper>
  );
}

function Wordings({ group }: { readonly group: UnansweredGroup }): JSX.Element {
  const words = useWords();
  const others = group.wordings.filter(({ text }) => text !== group.text).slice(0, shownWordings);
  const unseen = group.wordingCount - others.length - 1;
  return (
    <Box lang={group.locale} sx={{ minWidth: { md: 280 }, overflowWrap: 'anywhere' }}>
      <Typography sx={{ fontWeight: 700 }}>{group.text}</Typography>
      {others.map(({ text, count }) => (
        <Typography key={text} variant="body2" color="textSecondary">
          {text}
          {count > 1 ? ` (${count})` : ''}
        </Typography>
      ))}
      {unseen <= 0 ? null : (
        <Typography variant="caption" color="textSecondary">
          {words('unanswered.moreWordings', { smart_count: unseen })}
        </Typography>
      )}
    </Box>
  );
}

function Outcomes({ group }: { readonly group: UnansweredGroup }): JSX.Element {
  const words = useWords();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {outcomes.flatMap((outcome) => {
        const count = group.outcomes[outcome];
        if (count === undefined) return [];
        const label = words(`unanswered.outcomes.${outcome}`);
        const text = count === group.count ? label : `${label} (${count})`;
        return [<Chip key={outcome} size="small" label={text} sx={{ fontSize: '0.875rem' }} />];
      })}
    </Box>
  );
}

function LastAsked({ group }: { readonly group: UnansweredGroup }): JSX.Element {
  const locale = useConsoleLocale();
  return <>{formatDateTime(group.lastAt, locale)}</>;
}

function Actions({ group }: { readonly group: UnansweredGroup }): JSX.Element {
  const words = useWords();
  const open = useOpenDialog();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, minWidth: { md: 250 } }}>
      <Button
        size="small"
        variant="outlined"
        aria-label={words('unanswered.adoptThis', { text: group.text })}
        onClick={() => open('adopt', group)}
      >
        {words('unanswered.adopt')}
      </Button>
      <Button
        size="small"
        aria-label={words('unanswered.dismissThis', { text: group.text })}
        onClick={() => open('dismiss', group)}
      >
        {words('unanswered.dismiss')}
      </Button>
    </Box>
  );
}

import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type JSX } from 'react';
import { DataTable, ListBase } from 'react-admin';
import { isRecordOf } from '../api/shapes.js';
import { FilterBar } from '../common/FilterBar.js';
import { ListHeading } from '../common/ListHeading.js';
import { ListRows } from '../common/ListRows.js';
import { NoRows } from '../common/NoRows.js';
import { RecordDialogs, useOpenDialog } from '../common/RecordDialogs.js';
import { useWords } from '../common/useWords.js';
import { RemoveDialog } from './RemoveDialog.js';
import { ResultChip } from './ResultChip.js';
import { results, type TestQuestion } from './records.js';
import { TestQuestionDialog } from './TestQuestionDialog.js';
import { useTopicTitle } from './useTopicTitle.js';

const orders = ['result_ASC', 'question_ASC', 'expected_ASC', 'updatedAt_DESC'];

/** The questions that are tried before an answer is published; what goes wrong stands on top. */
export function TestQuestionList(): JSX.Element {
  return (
    <ListBase<TestQuestion>
      resource="test-questions"
      perPage={25}
      sort={{ field: 'result', order: 'ASC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <RecordDialogs<TestQuestion>
        isRecord={isRecordOf<TestQuestion>}
        dialog={(kind, test, onClose) =>
          kind === 'edit' ? (
            <TestQuestionDialog test={test} onClose={onClose} />
          ) : (
            <RemoveDialog test={test} onClose={onClose} />
          )
        }
      >
        <TestQuestionListView />
      </RecordDialogs>
    </ListBase>
  );
}

function TestQuestionListView(): JSX.Element {
  const words = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ListHeading
        title={words('tests.title')}
        help={words('tests.help')}
        aside={
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {words('tests.add')}
          </Button>
        }
      />
      <FilterBar
        search={words('tests.search')}
        choices={[
          {
            name: 'result',
            label: words('tests.result'),
            options: ['', ...results].map((value) => ({
              value,
              label: words(value === '' ? 'tests.anyResult' : `tests.results.${value}`),
            })),
          },
        ]}
        order={{ options: orders.map((value) => ({ value, label: words(`tests.sorts.${value}`) })) }}
      />
      <ListRows<TestQuestion>
        empty={<NoRows noMatch={words('tests.noMatch')} empty={words('tests.empty')} />}
        table={<TestQuestionTable />}
        card={(test) => <TestQuestionCard test={test} />}
      />
      {adding ? <TestQuestionDialog test={undefined} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function TestQuestionTable(): JSX.Element {
  return (
    <DataTable<TestQuestion> bulkActionButtons={false} rowClick={false} size="medium">
      <DataTable.Col<TestQuestion>
        source="question"
        render={({ question, locale }) => <span lang={locale}>{question}</span>}
      />
      <DataTable.Col<TestQuestion>
        source="expected"
        render={({ expected }) => <TopicTitle topic={expected} />}
      />
      <DataTable.Col<TestQuestion> source="result" render={(test) => <Result test={test} />} />
      <DataTable.Col<TestQuestion>
        source="id"
        disableSort
        label=""
        render={(test) => <Actions test={test} />}
      />
    </DataTable>
  );
}

function TestQuestionCard({ test }: { readonly test: TestQuestion }): JSX.Element {
  const words = useWords();
  return (
    <Paper variant="outlined" sx={{ p: 1.75, display: 'grid', gap: 0.75 }}>
      <Typography lang={test.locale} sx={{ fontWeight: 700, overflowWrap: 'anywhere' }}>
        {test.question}
      </Typography>
      <Typography variant="body2">
        {words('tests.expected')}: <TopicTitle topic={test.expected} />
      </Typography>
      <Result test={test} />
      <Actions test={test} />
    </Paper>
  );
}

function TopicTitle({ topic }: { readonly topic: string | null }): JSX.Element {
  const titleOf = useTopicTitle();
  return <>{titleOf(topic)}</>;
}

function Result({ test }: { readonly test: TestQuestion }): JSX.Element {
  const words = useWords();
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      <ResultChip result={test.result} />
      {test.result === 'right' ? null : (
        <Typography variant="caption" color="textSecondary">
          {words(`try.decisions.${test.decision}`)}
          {test.topic === null ? null : (
            <>
              : <TopicTitle topic={test.topic} />
            </>
          )}
        </Typography>
      )}
    </Box>
  );
}

function Actions({ test }: { readonly test: TestQuestion }): JSX.Element {
  const words = useWords();
  const open = useOpenDialog();
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Button
        size="small"
        variant="outlined"
        aria-label={words('tests.editThis', { question: test.question })}
        onClick={() => open('edit', test)}
      >
        {words('tests.edit')}
      </Button>
      <Button
        size="small"
        aria-label={words('tests.removeThis', { question: test.question })}
        onClick={() => open('remove', test)}
      >
        {words('tests.remove')}
      </Button>
    </Box>
  );
}

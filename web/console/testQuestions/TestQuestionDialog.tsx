import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState, type JSX } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { toFailure } from '../api/ApiFailure.js';
import { pathOf } from '../api/dataProvider.js';
import { request } from '../api/request.js';
import { Choice } from '../common/Choice.js';
import { useFailureText } from '../common/useFailureText.js';
import { useGuarded } from '../common/useGuarded.js';
import { useTopics } from '../common/useTopics.js';
import { useWords } from '../common/useWords.js';
import { consoleLocales, toConsoleLocale } from '../i18n/locale.js';
import { noTopic, type TestQuestion } from './records.js';

/** A new test question, or another wording or expectation of one that is there. */
export function TestQuestionDialog(props: {
  readonly test: TestQuestion | undefined;
  readonly onClose: () => void;
}): JSX.Element {
  const { test, onClose } = props;
  const words = useWords();
  const translate = useTranslate();
  const failureText = useFailureText();
  const notify = useNotify();
  const refresh = useRefresh();
  const guarded = useGuarded();
  const titleId = useId();
  const topics = useTopics();
  const [question, setQuestion] = useState(test?.question ?? '');
  const [locale, setLocale] = useState(test?.locale ?? 'vi');
  const [expected, setExpected] = useState(test?.expected ?? '');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');

  const save = async (): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      const body = { question, locale, expected };
      await guarded(
        test === undefined
          ? request('/test-questions', { method: 'POST', body })
          : request(pathOf('test-questions', test.id), { method: 'PUT', body, version: test.version }),
      );
      notify('console.tests.saved', { type: 'success' });
      onClose();
      refresh();
    } catch (error) {
      const { fields } = toFailure(error);
      setFault(fields.length === 0 ? failureText(error) : fields.map(({ message }) => message).join(' '));
      setBusy(false);
    }
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <DialogTitle id={titleId} sx={{ fontSize: '1.25rem', fontWeight: 700 }}>
          {words(test === undefined ? 'tests.addTitle' : 'tests.editTitle')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <TextField
            label={words('tests.question')}
            value={question}
            multiline
            required
            autoFocus
            onChange={(event) => setQuestion(event.target.value)}
            helperText={words('tests.questionHelp')}
            slotProps={{ htmlInput: { maxLength: 500, lang: locale } }}
            sx={{ mt: 1 }}
          />
          <Choice
            label={words('tests.language')}
            value={locale}
            onChoose={(chosen) => setLocale(toConsoleLocale(chosen))}
            options={consoleLocales.map((value) => ({ value, label: words(`languages.${value}`) }))}
          />
          <Choice
            label={words('tests.expected')}
            value={expected}
            onChoose={setExpected}
            options={[
              { value: '', label: '—' },
              { value: noTopic, label: words('tests.none') },
              ...topics.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <Typography role="alert" color="error">
            {fault}
          </Typography>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            disabled={busy || expected === '' || question.trim().length < 2}
          >
            {words('tests.save')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type JSX } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { toFailure } from '../api/ApiFailure.js';
import { pathOf } from '../api/dataProvider.js';
import { requestShape } from '../api/request.js';
import { isFaqMatch } from '../api/shapes.js';
import { Choice } from '../common/Choice.js';
import { useFailureText } from '../common/useFailureText.js';
import { useGuarded } from '../common/useGuarded.js';
import { useTopics } from '../common/useTopics.js';
import { useWords } from '../common/useWords.js';
import { isAdopted, type UnansweredGroup } from './records.js';

/** Adds the question as one more wording of a topic; from then on the chat answers it. The likeliest topics stand first. */
export function AdoptDialog(props: {
  readonly group: UnansweredGroup;
  readonly onClose: () => void;
}): JSX.Element {
  const { group, onClose } = props;
  const words = useWords();
  const translate = useTranslate();
  const failureText = useFailureText();
  const notify = useNotify();
  const refresh = useRefresh();
  const guarded = useGuarded();
  const titleId = useId();
  const [wording, setWording] = useState(group.text);
  const [topic, setTopic] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const topics = useTopicsByLikeness(group);

  const adopt = async (): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      const path = `${pathOf('unanswered', group.id)}/adopt`;
      const { count } = await guarded(
        requestShape(path, isAdopted, { method: 'POST', body: { topic, wording } }),
      );
      notify('console.unanswered.adopted', { type: 'success', messageArgs: { smart_count: count } });
      onClose();
      refresh();
    } catch (error) {
      const { fields } = toFailure(error);
      setFault(fields.length === 0 ? failureText(error) : fields.map(({ message }) => message).join(' '));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          void adopt();
        }}
      >
        <DialogTitle id={titleId} sx={{ fontSize: '1.25rem', fontWeight: 700 }}>
          {words('unanswered.adoptTitle')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography>{words('unanswered.adoptHelp', { smart_count: group.count })}</Typography>
          <TextField
            label={words('unanswered.wording')}
            value={wording}
            multiline
            required
            onChange={(event) => setWording(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 300, lang: group.locale } }}
          />
          <Choice
            label={words('unanswered.topic')}
            value={topic}
            onChoose={setTopic}
            options={[
              { value: '', label: '—' },
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
            disabled={busy || topic === '' || wording.trim().length < 3}
          >
            {words('unanswered.adoptNow')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

/** All topics, those that the question comes nearest to first. */
function useTopicsByLikeness({ text, locale }: UnansweredGroup): ReturnType<typeof useTopics> {
  const guarded = useGuarded();
  const topics = useTopics();
  const { data } = useQuery({
    queryKey: ['faq-entries', 'try', locale, text],
    queryFn: ({ signal }) =>
      guarded(
        requestShape('/faq-entries/try', isFaqMatch, {
          method: 'POST',
          body: { question: text, locale },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
  const near = (data?.candidates ?? []).flatMap(({ topic }) => topics.find(({ id }) => id === topic) ?? []);
  return [...near, ...topics.filter((topic) => !near.includes(topic))];
}

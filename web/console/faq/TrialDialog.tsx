import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, type JSX } from 'react';
import { useWords } from '../common/useWords.js';
import type { Trial, TrialChange } from '../testQuestions/records.js';
import { useTopicTitle } from '../testQuestions/useTopicTitle.js';

/** Before a change is published that some test questions don't survive: which, and what they would get. */
export function TrialDialog(props: {
  readonly trial: Trial;
  readonly saving: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { trial, saving, onSave, onClose } = props;
  const { total, right, lost, gained } = trial;
  const words = useWords();
  const titleId = useId();
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId} sx={{ fontSize: '1.25rem', fontWeight: 700 }}>
        {words('trial.title', { smart_count: lost.length })}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{words('trial.right', { before: right.before, after: right.after, total })}</Typography>
        <Changes title={words('trial.lost')} changes={lost} />
        {gained.length === 0 ? null : <Changes title={words('trial.gained')} changes={gained} />}
        <Typography color="textSecondary">{words('trial.help')}</Typography>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button variant="outlined" autoFocus onClick={onClose}>
          {words('trial.back')}
        </Button>
        <Button variant="contained" color="error" disabled={saving} onClick={onSave}>
          {words('trial.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Changes(props: { readonly title: string; readonly changes: readonly TrialChange[] }): JSX.Element {
  const words = useWords();
  const titleOf = useTopicTitle();
  return (
    <Box>
      <Typography variant="h3" component="h3">
        {props.title}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75 }}>
        {props.changes.map(({ id, question, locale, expected, after }) => (
          <li key={id}>
            <span lang={locale}>“{question}”</span>
            <Typography variant="body2" color="textSecondary">
              {words('trial.change', {
                expected: titleOf(expected),
                result: words(`tests.results.${after.result}`),
                got: after.topic === null ? words(`try.decisions.${after.decision}`) : titleOf(after.topic),
              })}
            </Typography>
          </li>
        ))}
      </Box>
    </Box>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { JSX } from 'react';
import type { LeadDetail } from '../api/records.js';
import { useWords } from '../common/useWords.js';

/** Says who changed the lead while an outcome was being written; saving waits until that was seen. */
export function LeadChangedAlert(props: {
  readonly lead: LeadDetail;
  readonly onGoOn: () => void;
}): JSX.Element {
  const { lead, onGoOn } = props;
  const words = useWords();
  const latest = lead.events
    .filter(({ kind }) => kind === 'status')
    .reduce<LeadDetail['events'][number] | undefined>(
      (last, each) => (last === undefined || each.at >= last.at ? each : last),
      undefined,
    );
  const text =
    latest?.actor == null || latest.to === null
      ? words('status.changedUnknown')
      : words('status.changed', { actor: latest.actor, status: words(`statuses.${latest.to}`) });
  return (
    <Alert severity="warning">
      <Box sx={{ mb: 1 }}>{text}</Box>
      <Button variant="outlined" color="inherit" onClick={onGoOn}>
        {words('status.goOn')}
      </Button>
    </Alert>
  );
}

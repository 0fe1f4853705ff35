import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type JSX } from 'react';
import { useNavigate } from 'react-router';
import { pathOf } from '../api/dataProvider.js';
import { requestShape } from '../api/request.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import { hasId } from '../conversations/records.js';

/** Opens the chat in which a lead was left, to answer there. */
export function AnswerButton({ leadId }: { readonly leadId: string }): JSX.Element {
  const words = useWords();
  const guarded = useGuarded();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const open = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const path = `${pathOf('leads', leadId)}/conversation`;
      const { id } = await guarded(requestShape(path, hasId, { method: 'POST' }));
      await navigate(`/conversations/${encodeURIComponent(id)}/show`);
    } catch (thrown) {
      setFailure(thrown);
      setBusy(false);
    }
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start', mt: 1.5 }}>
      <Button variant="outlined" disabled={busy} onClick={() => void open()}>
        {words('lead.answer')}
      </Button>
      {failure === undefined ? null : <FailureAlert error={failure} onRetry={() => void open()} />}
    </Box>
  );
}

import PhoneIcon from '@mui/icons-material/Phone';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type JSX } from 'react';
import { pathOf } from '../api/dataProvider.js';
import type { LeadDetail } from '../api/records.js';
import { requestShape } from '../api/request.js';
import { hasPhone } from '../api/shapes.js';
import { CopyButton } from '../common/CopyButton.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';

/** Fetches the number (which the server logs), shows it as a link and on phones starts the call. */
export function CallButton(props: {
  readonly lead: LeadDetail;
  readonly onPhoneViewed: () => void;
}): JSX.Element {
  const { lead, onPhoneViewed } = props;
  const words = useWords();
  const guarded = useGuarded();
  const [phone, setPhone] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const call = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await guarded(
        requestShape(`${pathOf('leads', lead.id)}/phone`, hasPhone, { method: 'POST' }),
      );
      setPhone(answer.phone);
      onPhoneViewed();
      // A desktop computer would only ask which program to use; there the number and its link are enough.
      if (window.matchMedia('(pointer: coarse)').matches) window.location.href = toTelAddress(answer.phone);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };

  if (lead.status === 'withdrawn') return <Alert severity="warning">{words('lead.phoneGone')}</Alert>;
  if (phone !== undefined) {
    return (
      <Box role="status">
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button
            variant="contained"
            size="large"
            href={toTelAddress(phone)}
            startIcon={<PhoneIcon />}
            sx={callLook}
          >
            {words('lead.callNumber', { phone })}
          </Button>
          <CopyButton text={phone.replace(/\s/g, '')} />
        </Box>
        <Typography sx={{ mt: 1 }}>{words('lead.afterCall')}</Typography>
      </Box>
    );
  }
  return (
    <Box>
      <Button
        variant="contained"
        size="large"
        startIcon={<PhoneIcon />}
        disabled={busy}
        onClick={() => void call()}
        sx={callLook}
      >
        {busy ? words('lead.calling') : `${words('lead.call')} ${lead.phoneMasked}`}
      </Button>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 0.75 }}>
        {words('lead.phoneNote')}
      </Typography>
      {error === undefined ? null : <FailureAlert error={error} onRetry={() => void call()} />}
    </Box>
  );
}

const callLook = { minHeight: 56, fontSize: '1.125rem', width: { xs: '100%', sm: 'auto' }, px: 3 } as const;

function toTelAddress(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}

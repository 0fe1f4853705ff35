import RefreshIcon from '@mui/icons-material/Refresh';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type JSX } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { Lead } from '../api/records.js';
import { formatClock } from '../common/times.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';

/** When the list last came from the server, and a button to ask again now. */
export function RefreshState(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const locale = useConsoleLocale();
  const { isFetching, error, refetch } = useListContext<Lead>();
  const [at, setAt] = useState<Date>();
  useEffect(() => {
    if (!isFetching && error == null) setAt(new Date());
  }, [isFetching, error]);
  return (
    <>
      {at === undefined ? null : (
        <Typography variant="caption" color="textSecondary" sx={{ display: { xs: 'none', sm: 'block' } }}>
          {words('leads.refreshed', { time: formatClock(at, locale) })}
        </Typography>
      )}
      <IconButton
        aria-label={translate('ra.action.refresh')}
        title={words('leads.refreshHint')}
        onClick={() => void refetch()}
      >
        <RefreshIcon />
      </IconButton>
    </>
  );
}

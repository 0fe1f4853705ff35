import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { useNotify } from 'react-admin';
import { pathOf } from '../api/dataProvider.js';
import type { FaqEntry, FaqVersion } from '../api/records.js';
import { request, requestShape } from '../api/request.js';
import { isFaqVersions } from '../api/shapes.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { useFailureText } from '../common/useFailureText.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';
import { VersionItem } from './VersionItem.js';

/** Every saved version, newest first, and the way back to any of them. */
export function VersionList(props: {
  readonly entry: FaqEntry;
  readonly unsaved: boolean;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { entry, unsaved, onReload } = props;
  const words = useWords();
  const guarded = useGuarded();
  const queryClient = useQueryClient();
  const notify = useNotify();
  const failureText = useFailureText();
  const [asked, setAsked] = useState<FaqVersion>();
  const [busy, setBusy] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['faq-entries', 'versions', entry.id],
    queryFn: ({ signal }) =>
      guarded(requestShape(`${pathOf('faq-entries', entry.id)}/versions`, isFaqVersions, { signal })),
  });

  const restore = async (version: number): Promise<void> => {
    setBusy(true);
    try {
      await guarded(
        request(`${pathOf('faq-entries', entry.id)}/restore`, { method: 'POST', body: { version } }),
      );
      notify('console.history.restored', { type: 'success', messageArgs: { version } });
      setAsked(undefined);
      await queryClient.invalidateQueries({ queryKey: ['faq-entries'] });
      await onReload();
    } catch (caught) {
      notify(failureText(caught), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };

  if (error !== null) return <FailureAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  const versions = [...data].sort((a, b) => b.version - a.version);
  const current = versions.find((version) => version.current);
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {words('history.help')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {versions.map((version, index) => (
          <li key={version.version}>
            <VersionItem
              version={version}
              previous={versions[index + 1]}
              current={current}
              onRestore={() => setAsked(version)}
            />
          </li>
        ))}
      </Box>
      <ConfirmDialog
        open={asked !== undefined}
        title={words('history.restoreTitle', { version: asked?.version ?? 0 })}
        text={[
          words('history.restoreText', { version: asked?.version ?? 0 }),
          ...(unsaved ? [words('history.restoreUnsaved')] : []),
        ].join(' ')}
        action={words('history.restore')}
        busy={busy}
        onClose={() => setAsked(undefined)}
        onConfirm={() => asked !== undefined && void restore(asked.version)}
      />
    </>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useEffect, useState, type JSX } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import type { FaqEntry } from '../api/records.js';
import { useLeaveQuestion } from '../common/useLeaveQuestion.js';
import { useHasSideColumn } from '../common/useIsWide.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { ConflictAlert } from './ConflictAlert.js';
import type { Conflict } from './FaqEditor.js';
import { FaqTabs, type FaqTab } from './FaqTabs.js';
import { formTabs, type FormTab } from './formTabs.js';
import { LegalTab } from './LegalTab.js';
import { PhrasingsTab } from './PhrasingsTab.js';
import { PreviewPane } from './PreviewPane.js';
import { SaveBar } from './SaveBar.js';
import { TextTab } from './TextTab.js';
import { TryQuestion } from './TryQuestion.js';
import { tabsWithErrors } from './tabsWithErrors.js';
import { useKeepDraft } from './useKeepDraft.js';
import { VersionList } from './VersionList.js';

/** The tabs of an answer; beside them, or on a narrow screen as one more tab, what citizens will see. */
export function FaqForm(props: {
  readonly entry: FaqEntry;
  /** The version the changes are based on. */
  readonly base: number;
  /** What stands here was kept from a session that ended, and isn't saved. */
  readonly restored: boolean;
  readonly conflict: Conflict | undefined;
  readonly saving: boolean;
  readonly onSave: (values: unknown, version: number) => Promise<void>;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { entry, base, restored, conflict, saving, onSave, onReload } = props;
  const { getValues } = useFormContext();
  const { isDirty, errors, submitCount } = useFormState();
  const words = useWords();
  const locale = useConsoleLocale();
  const sideColumn = useHasSideColumn();
  const [tab, setTab] = useState<FaqTab>(locale);
  const shown = sideColumn && tab === 'preview' ? 'vi' : tab;
  const broken = tabsWithErrors(errors);
  const lang = shown === 'en' ? 'en' : 'vi';
  const dirty = isDirty || restored;
  useLeaveQuestion(dirty);
  useKeepDraft(entry.id, base, dirty);

  // A field that holds up saving may stand on another tab than the one in view.
  useEffect(() => {
    const first = broken[0];
    if (submitCount > 0 && first !== undefined)
      setTab((now) => (broken.some((each) => each === now) ? now : first));
    // Only a new attempt to save moves the view; correcting a field must not.
  }, [submitCount]);

  const aside = (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PreviewPane lang={lang} />
      <TryQuestion entryId={entry.id} lang={lang} />
    </Box>
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: sideColumn ? 'minmax(0, 1fr) 420px' : 'minmax(0, 1fr)',
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {restored ? <Alert severity="info">{words('entry.restored')}</Alert> : null}
        {conflict === undefined ? null : (
          <ConflictAlert
            conflict={conflict}
            onTakeTheirs={() => void onReload()}
            onKeepMine={() => void onSave(getValues(), conflict.theirs.version)}
          />
        )}
        <Paper variant="outlined">
          <FaqTabs value={shown} onChange={setTab} withPreview={!sideColumn} broken={broken} />
          {formTabs.map((each) => (
            <Box
              key={each}
              role="tabpanel"
              id={`panel-${each}`}
              aria-labelledby={`tab-${each}`}
              hidden={shown !== each}
              sx={{ p: { xs: 2, sm: 2.5 } }}
            >
              <TabContent tab={each} entry={entry} />
            </Box>
          ))}
          {shown === 'preview' ? (
            <Box role="tabpanel" id="panel-preview" aria-labelledby="tab-preview" sx={{ p: 1 }}>
              {aside}
            </Box>
          ) : null}
          {shown === 'history' ? (
            <Box
              role="tabpanel"
              id="panel-history"
              aria-labelledby="tab-history"
              sx={{ p: { xs: 2, sm: 2.5 } }}
            >
              <VersionList entry={entry} unsaved={dirty} onReload={onReload} />
            </Box>
          ) : null}
        </Paper>
        <SaveBar entry={entry} saving={saving} dirty={dirty} />
      </Box>
      {sideColumn ? aside : null}
    </Box>
  );
}

function TabContent({ tab, entry }: { readonly tab: FormTab; readonly entry: FaqEntry }): JSX.Element {
  if (tab === 'phrasings') return <PhrasingsTab />;
  if (tab === 'legal') return <LegalTab entryId={entry.id} />;
  return <TextTab lang={tab} />;
}

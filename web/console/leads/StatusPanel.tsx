import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type JSX } from 'react';
import { useNotify } from 'react-admin';
import { toFailure } from '../api/ApiFailure.js';
import type { LeadDetail, LeadStatus } from '../api/records.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { Section } from '../common/Section.js';
import { useCloseGuard } from '../common/unsaved.js';
import { useSave } from '../common/useSave.js';
import { useWords } from '../common/useWords.js';
import { emptyDraft, keepDraft, readDraft, type StatusDraft } from './statusDrafts.js';
import { LeadChangedAlert } from './LeadChangedAlert.js';
import { StatusButtons } from './StatusButtons.js';

const needNote: readonly LeadStatus[] = ['declined', 'invalid'];

/** The outcome of a contact: a large button per status that may follow, a note, save. */
export function StatusPanel(props: {
  readonly lead: LeadDetail;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { lead, onReload } = props;
  const words = useWords();
  const notify = useNotify();
  const [draft, setDraft] = useState<StatusDraft>(() => readDraft(lead.id));
  const [noteMissing, setNoteMissing] = useState(false);
  const [error, setError] = useState<unknown>();
  const [saveLead, saving] = useSave('leads');
  useCloseGuard(draft.status !== undefined || draft.note !== '');

  const change = (part: Partial<StatusDraft>): void => {
    const next = { ...draft, base: draft.base ?? lead.version, ...part };
    setDraft(next);
    keepDraft(lead.id, next);
    setNoteMissing(false);
  };
  const clear = (): void => {
    setDraft(emptyDraft);
    keepDraft(lead.id, emptyDraft);
    setError(undefined);
  };
  /** Whoever has seen the new state goes on from it. */
  const goOn = (version: number): void => {
    setError(undefined);
    change({ base: version, ...(isAllowed(lead, draft.status) ? {} : { status: undefined }) });
  };

  /** Without a chosen status the note alone is added, and the lead stays as it is. */
  const save = async (chosen: LeadStatus | undefined): Promise<void> => {
    const status = chosen ?? lead.status;
    if (needNote.includes(status) && draft.note.trim() === '') return setNoteMissing(true);
    setError(undefined);
    try {
      await saveLead({
        id: lead.id,
        data: { status, note: draft.note.trim() },
        previousData: lead,
        version: draft.base ?? lead.version,
      });
      clear();
      notify(chosen === undefined ? 'console.status.savedNote' : 'console.status.saved', {
        type: 'success',
        messageArgs: { status: words(`statuses.${status}`) },
      });
      await onReload();
    } catch (caught) {
      setError(caught);
    }
  };

  if (lead.allowedStatuses.length === 0) {
    return (
      <Section title={words('status.title')}>
        <Typography>{words(lead.status === 'withdrawn' ? 'status.withdrawn' : 'status.none')}</Typography>
      </Section>
    );
  }

  const status = isAllowed(lead, draft.status) ? draft.status : undefined;
  const changed = draft.base !== undefined && draft.base !== lead.version;
  // Where the same status may be chosen again ("no answer" twice), a note alone would be counted as that.
  const noteAlone = draft.note.trim() !== '' && !lead.allowedStatuses.includes(lead.status);
  const saveLabel = (): string => {
    if (saving) return words('status.saving');
    if (status !== undefined) return words('status.save', { status: words(`statuses.${status}`) });
    return words(noteAlone ? 'status.saveNote' : 'status.choose');
  };
  const noteProblem = noteMissing ? words('status.noteRequired') : noteErrorOf(error);
  return (
    <Section title={words('status.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography>{words('status.question')}</Typography>
        <StatusButtons
          allowed={lead.allowedStatuses}
          value={status}
          onChoose={(chosen) => change({ status: chosen })}
        />
        <TextField
          multiline
          minRows={2}
          maxRows={8}
          label={words(
            status !== undefined && needNote.includes(status) ? 'status.noteNeeded' : 'status.note',
          )}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
          error={noteProblem !== undefined}
          helperText={noteProblem ?? words('status.noteHelp')}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
        />
        {changed ? <LeadChangedAlert lead={lead} onGoOn={() => goOn(lead.version)} /> : null}
        {error === undefined || changed || noteProblem !== undefined ? null : (
          <SaveFailure error={error} onReload={onReload} />
        )}
        <Button
          variant="contained"
          size="large"
          disabled={(status === undefined && !noteAlone) || saving || changed}
          onClick={() => void save(status)}
        >
          {saveLabel()}
        </Button>
      </Box>
    </Section>
  );
}

/** A conflict asks to load the lead again; anything else is told as it is. */
function SaveFailure(props: {
  readonly error: unknown;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { error, onReload } = props;
  const words = useWords();
  const { status, code } = toFailure(error);
  if (status !== 412 && code !== 'status_not_allowed') return <FailureAlert error={error} />;
  return (
    <Alert severity="warning">
      <Box sx={{ mb: 1 }}>{words(status === 412 ? 'status.stale' : 'status.notAllowed')}</Box>
      <Button variant="outlined" color="inherit" onClick={() => void onReload()}>
        {words('status.reload')}
      </Button>
    </Alert>
  );
}

function isAllowed(lead: LeadDetail, status: LeadStatus | undefined): boolean {
  return status !== undefined && lead.allowedStatuses.includes(status);
}

function noteErrorOf(error: unknown): string | undefined {
  return error === undefined
    ? undefined
    : toFailure(error).fields.find(({ field }) => field === 'note')?.message;
}

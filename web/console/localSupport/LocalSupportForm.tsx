import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { JSX } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { useLeaveQuestion } from '../common/useLeaveQuestion.js';
import { useWords } from '../common/useWords.js';
import { useKeepDraft } from '../faq/useKeepDraft.js';
import { ConflictAlert } from '../publish/ConflictAlert.js';
import { FindingsAlert } from '../publish/FindingsAlert.js';
import { RecordHistory } from '../publish/RecordHistory.js';
import { ReleasedAlert } from '../publish/ReleasedAlert.js';
import { SaveBar } from '../publish/SaveBar.js';
import type { LocalSupport, LocalSupportDetail } from '../publish/records.js';
import type { Conflict } from '../publish/useRecordEditor.js';
import { toRowBody, toRowForm } from './rowForm.js';
import { RowInputs } from './RowInputs.js';
import { useDescribeRow } from './useDescribeRow.js';

/** The fields of a row, what was done to it before, and its removal. */
export function LocalSupportForm(props: {
  readonly row: LocalSupportDetail | undefined;
  readonly base: number;
  /** What stands here was kept from a session that ended, and isn't published. */
  readonly restored: boolean;
  readonly conflict: Conflict<LocalSupportDetail> | undefined;
  readonly checking: boolean;
  /** Published; nothing is left to lose. */
  readonly done: boolean;
  readonly onCheck: (values: unknown, version: number) => Promise<void>;
  readonly onRemove: (values: unknown) => Promise<void>;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { row, base, restored, conflict, checking, done, onCheck, onRemove, onReload } = props;
  const { getValues, setValue } = useFormContext();
  const { isDirty } = useFormState();
  const words = useWords();
  const describe = useDescribeRow();
  const dirty = (isDirty || restored) && !done;
  useLeaveQuestion(dirty);
  useKeepDraft(`local-support/${row?.id ?? 'create'}`, base, dirty);

  /** Puts a former or the released state into the form; nothing is published by that. */
  const take = (one: LocalSupport): void => {
    const { reason: _, ...fields } = toRowForm(one);
    for (const [name, value] of Object.entries(fields)) setValue(name, value, { shouldDirty: true });
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 900 }}>
      {restored ? <Alert severity="info">{words('entry.restored')}</Alert> : null}
      {conflict === undefined ? null : (
        <ConflictAlert
          by={conflict.theirs.updatedBy}
          version={conflict.theirs.version}
          before={describe(conflict.theirs)}
          after={describe(toRowBody(conflict.values))}
          onKeepMine={() => void onCheck(getValues(), conflict.theirs.version)}
          onTakeTheirs={() => void onReload()}
        />
      )}
      <FindingsAlert nameOf={noName} />
      {row === undefined || row.release === null ? null : (
        <ReleasedAlert
          before={describe(row)}
          after={describe(row.release)}
          onTake={() => take(row.release ?? row)}
        />
      )}
      <RowInputs />
      <SaveBar record={row} checking={checking} dirty={dirty} />
      {row === undefined ? null : (
        <>
          <RecordHistory<LocalSupport>
            resource="local-support"
            id={row.id}
            version={row.version}
            describe={describe}
            onTake={take}
          />
          <Button
            color="error"
            variant="outlined"
            startIcon={<DeleteIcon />}
            disabled={checking}
            onClick={() => void onRemove(getValues())}
            sx={{ justifySelf: 'start' }}
          >
            {words('localSupport.remove')}
          </Button>
        </>
      )}
    </Box>
  );
}

function noName(): string {
  return '';
}

import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState, type JSX } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { requestShape } from '../api/request.js';
import { ConflictAlert } from '../common/ConflictAlert.js';
import { ReasonBar } from '../common/ReasonBar.js';
import { useLeaveQuestion } from '../common/useLeaveQuestion.js';
import { useWords } from '../common/useWords.js';
import { TextDiff } from '../faq/TextDiff.js';
import { useKeepDraft } from '../faq/useKeepDraft.js';
import { RecordHistory } from '../publish/RecordHistory.js';
import type { RecordVersion } from '../publish/records.js';
import { firstOf, toPlaceForm } from './placeForm.js';
import { PlaceInputs } from './PlaceInputs.js';
import { isPlaceVersions, toRecordVersions, type Place, type PlaceContent } from './records.js';
import { RemovePlaceDialog } from './RemovePlaceDialog.js';
import { useDescribePlace } from './useDescribePlace.js';
import { placeDraftKey, type usePlaceEditor } from './usePlaceEditor.js';

/** The fields of a place, what was done to it before, and its removal. */
export function PlaceForm(props: {
  readonly place: Place | undefined;
  readonly editor: ReturnType<typeof usePlaceEditor>;
}): JSX.Element {
  const { place, editor } = props;
  const { base, refusal, conflict, busy, done } = editor;
  const { getValues, setFocus, setValue } = useFormContext();
  const { isDirty } = useFormState();
  const words = useWords();
  const describe = useDescribePlace();
  const [removing, setRemoving] = useState(false);
  const restored = editor.draft !== undefined;
  const dirty = (isDirty || restored) && !done;
  useLeaveQuestion(dirty);
  useKeepDraft(placeDraftKey(place), base, dirty);

  // The button stands under the form; what is wrong may stand far above it.
  useEffect(() => {
    const first = firstOf(refusal?.findings.map(({ field }) => field) ?? []);
    if (first !== undefined) setFocus(first);
  }, [refusal, setFocus]);

  /** Puts a former state into the form; nothing is saved by that. */
  const take = (former: PlaceContent): void => {
    for (const [name, value] of Object.entries(toPlaceForm(former)))
      setValue(name, value, { shouldDirty: true });
  };
  const remove = async (reason: string): Promise<void> => {
    await editor.remove(getValues(), reason);
    setRemoving(false);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 900 }}>
      {restored ? <Alert severity="info">{words('entry.restored')}</Alert> : null}
      {conflict === undefined ? null : (
        <ConflictAlert
          title={conflictTitle(words, conflict.theirs)}
          help={words('entry.conflictHelp')}
          keepMine={words('entry.keepMine')}
          onKeepMine={() => void editor.save(getValues(), conflict.theirs.version)}
          onTakeTheirs={() => void editor.reload()}
        >
          <Differences before={describe(toPlaceForm(conflict.theirs))} after={describe(conflict.values)} />
        </ConflictAlert>
      )}
      <PlaceInputs />
      <ReasonBar
        record={place}
        help={words('places.reasonHelp')}
        action={words(busy ? 'entry.saving' : dirty ? 'places.save' : 'entry.unchanged')}
        disabled={busy || !dirty}
        origin={words('places.imported')}
      />
      {place === undefined ? null : (
        <>
          <RecordHistory<PlaceContent>
            resource="places"
            id={place.id}
            version={place.version}
            load={loadVersions}
            origin={words('places.imported')}
            describe={(former) => describe(toPlaceForm(former))}
            onTake={take}
          />
          <Button
            color="error"
            variant="outlined"
            startIcon={<DeleteIcon />}
            disabled={busy}
            onClick={() => setRemoving(true)}
            sx={{ justifySelf: 'start' }}
          >
            {words('places.remove')}
          </Button>
          {removing ? (
            <RemovePlaceDialog
              name={place.name}
              busy={busy}
              onRemove={(reason) => void remove(reason)}
              onClose={() => setRemoving(false)}
            />
          ) : null}
        </>
      )}
    </Box>
  );
}

function Differences({ before, after }: { readonly before: string; readonly after: string }): JSX.Element {
  const words = useWords();
  return before === after ? <>{words('entry.conflictSame')}</> : <TextDiff before={before} after={after} />;
}

function conflictTitle(words: ReturnType<typeof useWords>, { updatedBy, version }: Place): string {
  if (updatedBy === null) return words('places.conflictImport');
  return words('places.conflictTitle', { name: updatedBy, version });
}

async function loadVersions(
  path: string,
  signal: AbortSignal,
): Promise<readonly RecordVersion<PlaceContent>[]> {
  return toRecordVersions(await requestShape(path, isPlaceVersions, { signal }));
}

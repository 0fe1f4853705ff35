import { useEffect, useMemo, type JSX } from 'react';
import { Form } from 'react-admin';
import { useNavigate } from 'react-router';
import { vietnamToday } from '../common/times.js';
import { FindingsProvider } from '../publish/Findings.js';
import { emptyPlace, toPlaceForm } from './placeForm.js';
import { PlaceForm } from './PlaceForm.js';
import type { Place } from './records.js';
import { usePlaceEditor } from './usePlaceEditor.js';

/** The form of a place and its way to the server. `place` is undefined for a new one. */
export function PlaceEditor(props: {
  readonly place: Place | undefined;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { place, onReload } = props;
  const navigate = useNavigate();
  const editor = usePlaceEditor(place, onReload);
  const { draft, base, done } = editor;
  const record = useMemo(
    () => ({
      id: place?.id ?? 'create',
      ...(place === undefined ? emptyPlace(vietnamToday()) : toPlaceForm(place)),
      reason: '',
      ...draft?.values,
    }),
    [place, draft],
  );
  // Once the form knows that nothing is left to lose, the page may be left.
  useEffect(() => {
    if (done) void navigate('/places');
  }, [done, navigate]);

  return (
    <Form record={record} onSubmit={(values: unknown) => editor.save(values, base)}>
      <FindingsProvider refusal={editor.refusal}>
        <PlaceForm place={place} editor={editor} />
      </FindingsProvider>
    </Form>
  );
}

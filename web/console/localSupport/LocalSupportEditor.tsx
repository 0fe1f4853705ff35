import { useEffect, useMemo, useState, type JSX } from 'react';
import { Form, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { vietnamToday } from '../common/times.js';
import { useWords } from '../common/useWords.js';
import { FindingsProvider } from '../publish/Findings.js';
import { PublishDialog } from '../publish/PublishDialog.js';
import type { LocalSupportDetail } from '../publish/records.js';
import { useRecordEditor } from '../publish/useRecordEditor.js';
import { LocalSupportForm } from './LocalSupportForm.js';
import { emptyRow, toRowBody, toRowForm } from './rowForm.js';

/** Checks a new, changed or removed row, shows what it changes, and publishes it. `row` is undefined for a new one. */
export function LocalSupportEditor(props: {
  readonly row: LocalSupportDetail | undefined;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { row, onReload } = props;
  const words = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const editor = useRecordEditor({ resource: 'local-support', record: row ?? newRow, onReload });
  const { draft, base } = editor;
  const [removing, setRemoving] = useState(false);
  const [done, setDone] = useState(false);
  const record = useMemo(
    () => ({
      id: row?.id ?? 'create',
      ...(row === undefined ? emptyRow(vietnamToday()) : toRowForm(row)),
      ...draft?.values,
    }),
    [row, draft],
  );
  // Once the form knows that nothing is left to lose, the page may be left.
  useEffect(() => {
    if (done) void navigate('/local-support');
  }, [done, navigate]);

  const check = (values: unknown, version: number): Promise<void> => {
    setRemoving(false);
    const method = row === undefined ? 'POST' : 'PUT';
    return editor.check(values, { method, body: toRowBody(values) }, version);
  };
  const remove = (values: unknown): Promise<void> => {
    setRemoving(true);
    const { reason } = toRowBody(values);
    return editor.check(values, { method: 'DELETE', body: { reason } }, base);
  };
  const publish = async (): Promise<void> => {
    if ((await editor.publish()) !== 'published') return;
    notify('console.publish.done', { type: 'success' });
    if (removing || row === undefined) return setDone(true);
    await editor.reload();
  };
  return (
    <Form record={record} onSubmit={(values: unknown) => check(values, base)}>
      <FindingsProvider refusal={editor.refusal}>
        <LocalSupportForm
          row={row}
          base={base}
          restored={draft !== undefined}
          conflict={editor.conflict}
          checking={editor.checking}
          done={done}
          onCheck={check}
          onRemove={remove}
          onReload={editor.reload}
        />
      </FindingsProvider>
      <PublishDialog
        preview={editor.preview}
        action={words(removing ? 'localSupport.removeAction' : 'publish.action')}
        danger={removing}
        busy={editor.publishing}
        error={editor.publishError}
        onPublish={() => void publish()}
        onClose={editor.close}
      />
    </Form>
  );
}

const newRow: LocalSupportDetail = {
  id: 'create',
  scheme: 'vsi',
  province: '',
  groups: [],
  percent: null,
  from: '',
  basis: { document: '' },
  reviewedOn: '',
  version: 0,
  updatedAt: null,
  updatedBy: null,
  edited: false,
  release: null,
};

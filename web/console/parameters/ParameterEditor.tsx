import { useMemo, type JSX } from 'react';
import { Form, useNotify } from 'react-admin';
import { useWords } from '../common/useWords.js';
import { FindingsProvider } from '../publish/Findings.js';
import { PublishDialog } from '../publish/PublishDialog.js';
import type { ParameterDetail } from '../publish/records.js';
import { useRecordEditor } from '../publish/useRecordEditor.js';
import { toFormRows, toParameterBody } from './formRows.js';
import { ParameterForm } from './ParameterForm.js';

/** Checks a change of a parameter, shows what it changes, and publishes it. */
export function ParameterEditor(props: {
  readonly parameter: ParameterDetail;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { parameter, onReload } = props;
  const words = useWords();
  const notify = useNotify();
  const editor = useRecordEditor({ resource: 'parameters', record: parameter, onReload });
  const { draft, base } = editor;
  const record = useMemo(
    () => ({
      id: parameter.id,
      label: parameter.label,
      values: toFormRows(parameter),
      reason: '',
      ...draft?.values,
    }),
    [parameter, draft],
  );
  const check = (values: unknown, version: number): Promise<void> =>
    editor.check(values, { method: 'PUT', body: toParameterBody(parameter.unit, values) }, version);
  const publish = async (): Promise<void> => {
    if ((await editor.publish()) !== 'published') return;
    notify('console.publish.done', { type: 'success' });
    await editor.reload();
  };
  return (
    <Form record={record} onSubmit={(values: unknown) => check(values, base)}>
      <FindingsProvider refusal={editor.refusal}>
        <ParameterForm
          parameter={parameter}
          base={base}
          restored={draft !== undefined}
          conflict={editor.conflict}
          checking={editor.checking}
          onCheck={check}
          onReload={editor.reload}
        />
      </FindingsProvider>
      <PublishDialog
        preview={editor.preview}
        action={words('publish.action')}
        busy={editor.publishing}
        error={editor.publishError}
        onPublish={() => void publish()}
        onClose={editor.close}
      />
    </Form>
  );
}

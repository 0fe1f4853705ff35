import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { JSX } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { Section } from '../common/Section.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useLeaveQuestion } from '../common/useLeaveQuestion.js';
import { useWords } from '../common/useWords.js';
import { useKeepDraft } from '../faq/useKeepDraft.js';
import { ConflictAlert } from '../publish/ConflictAlert.js';
import { FieldInput } from '../publish/FieldInput.js';
import { FindingsAlert } from '../publish/FindingsAlert.js';
import { RecordHistory } from '../publish/RecordHistory.js';
import { ReleasedAlert } from '../publish/ReleasedAlert.js';
import { SaveBar } from '../publish/SaveBar.js';
import type { Parameter, ParameterDetail } from '../publish/records.js';
import type { Conflict } from '../publish/useRecordEditor.js';
import { describeRows, describeTime } from './describeRows.js';
import { readFormRows, toFormRows } from './formRows.js';
import { RowTimeline } from './RowTimeline.js';

/** The values of a parameter by day, its names, and what was done to it before. */
export function ParameterForm(props: {
  readonly parameter: ParameterDetail;
  /** The version the changes are based on. */
  readonly base: number;
  /** What stands here was kept from a session that ended, and isn't published. */
  readonly restored: boolean;
  readonly conflict: Conflict<ParameterDetail> | undefined;
  readonly checking: boolean;
  readonly onCheck: (values: unknown, version: number) => Promise<void>;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { parameter, base, restored, conflict, checking, onCheck, onReload } = props;
  const { getValues, setValue } = useFormContext();
  const { isDirty } = useFormState();
  const words = useWords();
  const locale = useConsoleLocale();
  const dirty = isDirty || restored;
  useLeaveQuestion(dirty);
  useKeepDraft(`parameters/${parameter.id}`, base, dirty);

  const describe = (one: Parameter): string =>
    describeRows({ label: one.label[locale], rows: toFormRows(one), unit: parameter.unit }, words);
  const describeForm = (values: unknown): string =>
    describeRows({ label: parameter.label[locale], rows: readFormRows(values), unit: parameter.unit }, words);
  /** Puts a former or the released state into the form; nothing is published by that. */
  const take = (one: Parameter): void => {
    setValue('label', one.label, { shouldDirty: true });
    setValue('values', toFormRows(one), { shouldDirty: true });
  };
  const nameRow = (field: string): string => {
    const index = /^values\.(\d+)/.exec(field)?.[1];
    const row = index === undefined ? undefined : readFormRows(getValues())[Number(index)];
    return row === undefined ? '' : words('parameters.rowNamed', { time: describeTime(row, words) });
  };

  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 900 }}>
      {restored ? <Alert severity="info">{words('entry.restored')}</Alert> : null}
      {conflict === undefined ? null : (
        <ConflictAlert
          by={conflict.theirs.updatedBy}
          version={conflict.theirs.version}
          before={describe(conflict.theirs)}
          after={describeForm(conflict.values)}
          onKeepMine={() => void onCheck(getValues(), conflict.theirs.version)}
          onTakeTheirs={() => void onReload()}
        />
      )}
      <FindingsAlert nameOf={nameRow} />
      {parameter.release === null ? null : (
        <ReleasedAlert
          before={describe(parameter)}
          after={describe(parameter.release)}
          onTake={() => take(parameter.release ?? parameter)}
        />
      )}
      <RowTimeline parameter={parameter} />
      <Section title={words('parameters.names')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <FieldInput source="label.vi" label={words('parameters.nameVi')} lang="vi" />
          <FieldInput source="label.en" label={words('parameters.nameEn')} lang="en" />
          <Typography variant="caption" color="textSecondary">
            {words('parameters.fixed', {
              id: parameter.id,
              unit: words(`parameters.units.${parameter.unit}`),
            })}
          </Typography>
        </Box>
      </Section>
      <SaveBar record={parameter} checking={checking} dirty={dirty} />
      <RecordHistory<Parameter>
        resource="parameters"
        id={parameter.id}
        version={parameter.version}
        describe={describe}
        onTake={take}
      />
    </Box>
  );
}

import type { JSX } from 'react';
import { ConflictAlert as SharedAlert } from '../common/ConflictAlert.js';
import { useWords } from '../common/useWords.js';
import { TextDiff } from '../faq/TextDiff.js';

/** Two people changed the same record: shows where the states differ and lets the second one decide. */
export function ConflictAlert(props: {
  readonly by: string | null;
  readonly version: number;
  /** Both states as text. */
  readonly before: string;
  readonly after: string;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}): JSX.Element {
  const { by, version, before, after, onTakeTheirs, onKeepMine } = props;
  const words = useWords();
  return (
    <SharedAlert
      title={
        by === null ? words('publish.conflictRelease') : words('publish.conflictTitle', { name: by, version })
      }
      help={words('publish.conflictHelp')}
      keepMine={words('publish.keepMine')}
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    >
      {before === after ? words('entry.conflictSame') : <TextDiff before={before} after={after} />}
    </SharedAlert>
  );
}

import type { JSX } from 'react';
import { ConflictAlert as SharedAlert } from '../common/ConflictAlert.js';
import { useWords } from '../common/useWords.js';
import { ContentDiff } from './ContentDiff.js';
import type { Conflict } from './FaqEditor.js';

/** Two people changed the same answer: shows where the texts differ and lets the second one decide. */
export function ConflictAlert(props: {
  readonly conflict: Conflict;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}): JSX.Element {
  const { conflict, onTakeTheirs, onKeepMine } = props;
  const { theirs, mine } = conflict;
  const words = useWords();
  return (
    <SharedAlert
      title={
        theirs.updatedBy === null
          ? words('entry.conflictTitleUnknown')
          : words('entry.conflictTitle', { name: theirs.updatedBy, version: theirs.version })
      }
      help={words('entry.conflictHelp')}
      keepMine={words('entry.keepMine')}
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    >
      <ContentDiff before={theirs} after={mine} same={words('entry.conflictSame')} />
    </SharedAlert>
  );
}

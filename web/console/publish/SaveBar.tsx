import type { JSX } from 'react';
import { ReasonBar } from '../common/ReasonBar.js';
import { useWords } from '../common/useWords.js';
import type { Edited } from './records.js';

/** Why it is changed, and the check that shows what would change. */
export function SaveBar(props: {
  /** Undefined for a record that is new. */
  readonly record: Edited | undefined;
  readonly checking: boolean;
  readonly dirty: boolean;
}): JSX.Element {
  const { record, checking, dirty } = props;
  const words = useWords();
  return (
    <ReasonBar
      record={record}
      help={words('publish.reasonHelp')}
      action={words(checking ? 'publish.checking' : dirty ? 'publish.check' : 'entry.unchanged')}
      disabled={checking || !dirty}
    />
  );
}

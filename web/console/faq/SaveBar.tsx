import type { JSX } from 'react';
import type { FaqEntry } from '../api/records.js';
import { ReasonBar } from '../common/ReasonBar.js';
import { useWords } from '../common/useWords.js';

/** Why it was changed, and save. */
export function SaveBar(props: {
  readonly entry: FaqEntry;
  readonly saving: boolean;
  readonly dirty: boolean;
}): JSX.Element {
  const { entry, saving, dirty } = props;
  const words = useWords();
  return (
    <ReasonBar
      record={entry}
      help={words('entry.reasonHelp')}
      action={words(saving ? 'entry.saving' : dirty ? 'entry.save' : 'entry.unchanged')}
      disabled={saving || !dirty}
    />
  );
}

import Chip from '@mui/material/Chip';
import type { JSX } from 'react';
import { useWords } from '../common/useWords.js';
import type { Conversation } from './records.js';

/** Who answers, in words; colour only adds to them. */
export function StateChip({ conversation }: { readonly conversation: Conversation }): JSX.Element {
  const words = useWords();
  const { state, isMine, officer } = conversation;
  const label = isMine
    ? words('conversations.mine')
    : state === 'officer'
      ? officer === null
        ? words('conversations.elsewhere')
        : words('conversations.heldBy', { name: officer })
      : words(`conversations.states.${state}`);
  return (
    <Chip
      label={label}
      color={isMine ? 'primary' : 'default'}
      variant={state === 'waiting' || isMine ? 'filled' : 'outlined'}
      sx={{ fontSize: '0.875rem', maxWidth: '100%', fontWeight: state === 'waiting' ? 700 : 400 }}
    />
  );
}

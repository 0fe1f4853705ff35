import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { requestShape } from '../api/request.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import { useFindings } from '../publish/Findings.js';
import { isGroupList } from '../publish/records.js';
import { useGroupWord } from '../publish/useGroupWord.js';

/** The groups of people whom a row concerns, out of those the rules know in its scheme. */
export function GroupsInput(): JSX.Element {
  const words = useWords();
  const groupWord = useGroupWord();
  const guarded = useGuarded();
  const { field } = useController({ name: 'groups' });
  const scheme: unknown = useWatch({ name: 'scheme' });
  const findings = useFindings().filter((one) => one.field === 'groups' || one.field.startsWith('groups.'));
  const { data, error, refetch } = useQuery({
    queryKey: ['local-support', 'groups'],
    queryFn: ({ signal }) => guarded(requestShape('/local-support-groups', isGroupList, { signal })),
  });
  const held: readonly unknown[] = Array.isArray(field.value) ? field.value : [];
  const chosen = held.filter((group) => typeof group === 'string');
  const known = data?.[scheme === 'hhi' ? 'hhi' : 'vsi'] ?? [];
  // A group of the other scheme stays in sight, so that it can be taken out.
  const groups = [...new Set([...known, ...chosen])];
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0 }}>
      <Typography component="legend" variant="h3" sx={{ p: 0, mb: 0.5 }}>
        {words('localSupport.groups')}
      </Typography>
      {error === null ? null : <FailureAlert error={error} onRetry={() => void refetch()} />}
      {findings.map(({ field: place, message }) => (
        <Typography key={`${place} ${message}`} sx={{ fontWeight: 600, color: 'error.main' }}>
          {message}
        </Typography>
      ))}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {groups.map((group) => (
          <FormControlLabel
            key={group}
            label={groupWord(group)}
            control={
              <Checkbox
                checked={chosen.includes(group)}
                onChange={(_event, checked) =>
                  field.onChange(checked ? [...chosen, group] : chosen.filter((one) => one !== group))
                }
              />
            }
          />
        ))}
      </Box>
    </Box>
  );
}

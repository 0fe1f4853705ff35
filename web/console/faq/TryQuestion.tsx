import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { useCreatePath, useGetMany } from 'react-admin';
import { Link } from 'react-router';
import type { FaqMatch, FaqSummary } from '../api/records.js';
import { requestShape } from '../api/request.js';
import { isFaqMatch } from '../api/shapes.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { Section } from '../common/Section.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import type { ConsoleLocale } from '../i18n/locale.js';

/** Asks the running service a question and shows what it would do and which answers came close. */
export function TryQuestion(props: { readonly entryId: string; readonly lang: ConsoleLocale }): JSX.Element {
  const { entryId, lang } = props;
  const words = useWords();
  const [question, setQuestion] = useState('');
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (text: string) =>
      requestShape('/faq-entries/try', isFaqMatch, {
        method: 'POST',
        body: { question: text, locale: lang },
      }),
  });
  const ask = (): void => {
    if (question.trim() !== '') mutate(question.trim());
  };
  return (
    <Section title={words('try.title')}>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ mb: 1.5 }}>
        {words('try.help')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
        <TextField
          size="small"
          value={question}
          placeholder={words('try.placeholder')}
          onChange={(event) => setQuestion(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The box stands inside the form of the answer, which Enter must not save.
            event.preventDefault();
            ask();
          }}
          slotProps={{ htmlInput: { 'aria-label': words('try.title'), maxLength: 500, enterKeyHint: 'go' } }}
        />
        <Button variant="outlined" disabled={isPending} onClick={ask}>
          {words('try.submit')}
        </Button>
      </Box>
      <Box aria-live="polite" sx={{ mt: 1.5 }}>
        {error === null ? null : <FailureAlert error={error} />}
        {data === undefined || error !== null ? null : <Match match={data} entryId={entryId} />}
      </Box>
    </Section>
  );
}

function Match({ match, entryId }: { readonly match: FaqMatch; readonly entryId: string }): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const createPath = useCreatePath();
  const { data: entries = [] } = useGetMany<FaqSummary>('faq-entries', {
    ids: match.candidates.map(({ topic }) => topic),
  });
  const best = Math.max(...match.candidates.map(({ score }) => score), Number.EPSILON);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography>
        {words('try.decision')}: <b>{words(`try.decisions.${match.decision}`)}</b>
      </Typography>
      <Reasons why={match.why} />
      {match.candidates.length === 0 ? (
        <Typography color="textSecondary">{words('try.none')}</Typography>
      ) : null}
      <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75 }}>
        {match.candidates.map(({ topic, score }) => (
          <li key={topic}>
            <Link to={createPath({ resource: 'faq-entries', type: 'edit', id: topic })}>
              {entries.find((entry) => entry?.id === topic)?.title[locale] ?? topic}
            </Link>
            {topic === entryId ? <b> ({words('try.here')})</b> : null}
            <Box aria-hidden sx={{ height: 6, borderRadius: 3, bgcolor: 'divider', mt: 0.25 }}>
              <Box
                sx={{
                  height: 6,
                  borderRadius: 3,
                  width: `${Math.max(2, Math.round((score / best) * 100))}%`,
                  bgcolor: topic === match.topic ? 'primary.main' : 'secondary.main',
                }}
              />
            </Box>
            <Typography variant="caption" color="textSecondary">
              {words('try.score', { score: score.toLocaleString(locale, { maximumFractionDigits: 2 }) })}
            </Typography>
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** Why it was decided so: the reason, how sure, and what was read into the message. */
function Reasons({ why }: { readonly why: FaqMatch['why'] }): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const percent = (value: number): string =>
    value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Box sx={{ display: 'grid', gap: 0.25 }}>
      <Typography variant="body2">{words(`try.reasons.${why.reason}`)}</Typography>
      <Typography variant="caption" color="textSecondary">
        {words('try.sure', {
          right: percent(why.right),
          rightNeeded: percent(why.thresholds.right),
          about: percent(why.about),
          aboutNeeded: percent(why.thresholds.about),
        })}
      </Typography>
      <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {words('try.read', { words: why.read.join(' ').replaceAll('_', '\u00a0') })}
      </Typography>
    </Box>
  );
}

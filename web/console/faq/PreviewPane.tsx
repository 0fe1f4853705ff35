import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type JSX } from 'react';
import type { Readability, RenderedText } from '../api/records.js';
import { Bubble } from '../common/Bubble.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { FormattedText } from '../common/FormattedText.js';
import { Section } from '../common/Section.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { consoleLocales, toConsoleLocale, type ConsoleLocale } from '../i18n/locale.js';
import { FieldNotes } from './CheckedInput.js';
import { formFields } from './formTabs.js';
import { usePreview } from './PreviewContext.js';

const longestBubble = 320;
const wordsOfASentence = 20;

/** The answer as a citizen would see it today, with the findings that belong to no field. */
export function PreviewPane({ lang }: { readonly lang: ConsoleLocale }): JSX.Element {
  const words = useWords();
  const { result, findings, error, retry } = usePreview();
  const [shown, setShown] = useState(lang);
  useEffect(() => setShown(lang), [lang]);
  const stray = findings.filter(
    ({ field }) => !formFields.some((known) => field === known || field.startsWith(`${known}.`)),
  );
  return (
    <Section title={words('preview.title')}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          justifyContent: 'space-between',
          alignItems: 'center',
          gap: 1,
          mb: 1.5,
        }}
      >
        <Typography variant="caption" color="textSecondary">
          {words('preview.today')}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={shown}
          aria-label={words('preview.language')}
          onChange={(_event, next: unknown) => next !== null && setShown(toConsoleLocale(next))}
        >
          {consoleLocales.map((each) => (
            <ToggleButton
              key={each}
              value={each}
              aria-label={`${each.toUpperCase()} ${words(`languages.${each}`)}`}
              sx={{ px: 1.25 }}
            >
              {each.toUpperCase()}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      {error === null || error === undefined ? null : (
        <Box sx={{ mb: 1.5 }}>
          <FailureAlert error={error} title={words('preview.failed')} onRetry={retry} />
        </Box>
      )}
      {result === undefined ? (
        (error ?? null) === null && <LinearProgress aria-label={words('preview.loading')} />
      ) : result.preview === undefined ? (
        <Typography color="textSecondary">{words('preview.incomplete')}</Typography>
      ) : (
        <Bubbles text={result.preview[shown]} lang={shown} />
      )}
      {stray.length === 0 ? null : (
        <Box sx={{ mt: 2 }}>
          <Typography variant="h3" component="h3">
            {words('entry.otherFindings')}
          </Typography>
          <FieldNotes findings={stray} />
        </Box>
      )}
    </Section>
  );
}

function Bubbles({ text, lang }: { readonly text: RenderedText; readonly lang: ConsoleLocale }): JSX.Element {
  const words = useWords();
  if (text.answer === '') return <Typography color="textSecondary">{words('preview.empty')}</Typography>;
  return (
    <Box lang={lang} sx={{ display: 'grid', gap: 1.25 }}>
      <MeasuredBubble text={text.answer} />
      {text.doubtful === null || text.doubtful === '' ? null : (
        <Box sx={{ borderLeft: '4px solid', borderColor: 'warning.main', pl: 1.5 }}>
          <Typography variant="caption" sx={{ color: 'warning.main', fontWeight: 700 }}>
            {words('preview.doubtful')}
          </Typography>
          <FormattedText text={text.doubtful} />
        </Box>
      )}
      {text.more.length === 0 ? null : (
        <>
          <Button
            component="span"
            variant="outlined"
            tabIndex={-1}
            sx={{ justifySelf: 'start', pointerEvents: 'none', minHeight: 40 }}
          >
            {words('preview.moreButton')}
          </Button>
          {text.more.map((part, index) => (
            <MeasuredBubble key={index} text={part} />
          ))}
        </>
      )}
      {text.readability === null ? null : <ReadingEase reading={text.readability} />}
    </Box>
  );
}

/** How long the sentences are, and which words citizens hardly use. */
function ReadingEase({ reading }: { readonly reading: Readability }): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const { wordsPerSentence, hardShare, hardWords } = reading;
  const isLong = wordsPerSentence > wordsOfASentence;
  const round = (value: number): string => value.toLocaleString(locale, { maximumFractionDigits: 0 });
  return (
    <Box lang={locale} sx={{ borderTop: 1, borderColor: 'divider', pt: 1 }}>
      <Typography variant="body2" sx={{ color: isLong ? 'error.main' : 'text.secondary' }}>
        {words('preview.sentences', { count: round(wordsPerSentence), limit: wordsOfASentence })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {words('preview.hardWords', { percent: round(hardShare * 100) })}
        {hardWords.length === 0 ? '' : `: ${hardWords.join(', ')}`}
      </Typography>
    </Box>
  );
}

function MeasuredBubble({ text }: { readonly text: string }): JSX.Element {
  const words = useWords();
  const count = [...text].length;
  return (
    <div>
      <Bubble side="assistant">
        <FormattedText text={text} />
      </Bubble>
      <Typography variant="caption" sx={{ color: count > longestBubble ? 'error.main' : 'text.secondary' }}>
        {words('preview.length', { count, limit: longestBubble })}
      </Typography>
    </div>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type JSX, type ReactNode } from 'react';
import { TextDiff } from '../faq/TextDiff.js';
import { formatIsoDate } from '../common/times.js';
import { useWords } from '../common/useWords.js';
import { BeforeAfter } from './BeforeAfter.js';
import { formatValue } from './formatValue.js';
import { LongList } from './LongList.js';
import { provinceName } from './provinces.js';
import type { AnswerChange, ChangePreview, EstimateChange, FigureChange } from './records.js';
import { useFigureLabel } from './useFigureLabel.js';
import { useGroupWord } from './useGroupWord.js';

/** Usual cases, figures and answers before and after, each with the day from which it differs. */
export function ChangePreviewView({ preview }: { readonly preview: ChangePreview }): JSX.Element {
  const { warnings, figures, answers, estimates } = preview;
  const words = useWords();
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {warnings.length === 0 ? null : (
        <Alert severity="warning">
          <b>{words('publish.warnings')}</b>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {warnings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </Box>
        </Alert>
      )}
      <Part title={words('publish.figures', { smart_count: figures.length })}>
        {figures.length === 0 ? (
          <Typography color="textSecondary">{words('publish.noFigures')}</Typography>
        ) : (
          <Figures figures={figures} />
        )}
      </Part>
      <Part title={words('publish.estimates')}>
        <Estimates estimates={estimates} />
      </Part>
      <Part title={words('publish.answers', { smart_count: answers.length })}>
        {answers.length === 0 ? (
          <Typography color="textSecondary">{words('publish.noAnswers')}</Typography>
        ) : (
          <Answers answers={answers} />
        )}
      </Part>
    </Box>
  );
}

function Part(props: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Typography id={titleId} component="h3" variant="h3" sx={{ mb: 1 }}>
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}

function Figures({ figures }: { readonly figures: readonly FigureChange[] }): JSX.Element {
  const words = useWords();
  const label = useFigureLabel();
  return (
    <LongList
      most={6}
      items={figures.map(({ reference, unit, from, before, after }) => (
        <BeforeAfter
          key={`${reference} ${from}`}
          label={label(reference)}
          from={from}
          before={formatValue(unit, before, words)}
          after={formatValue(unit, after, words)}
        />
      ))}
    />
  );
}

function Estimates({ estimates }: { readonly estimates: readonly EstimateChange[] }): JSX.Element {
  const words = useWords();
  const groupWord = useGroupWord();
  const label = ({ kind, group, province }: EstimateChange): string => {
    const who = words(`publish.cases.${kind}`, { group: group === null ? '' : groupWord(group) });
    return province === null ? who : `${who}, ${provinceName(province)}`;
  };
  return (
    <LongList
      most={8}
      items={estimates.map((estimate) => (
        <BeforeAfter
          key={`${estimate.kind} ${estimate.group ?? ''} ${estimate.province ?? ''} ${estimate.from}`}
          label={label(estimate)}
          from={estimate.from}
          before={formatValue('vnd', estimate.before, words)}
          after={formatValue('vnd', estimate.after, words)}
        />
      ))}
    />
  );
}

function Answers({ answers }: { readonly answers: readonly AnswerChange[] }): JSX.Element {
  const words = useWords();
  return (
    <LongList
      most={4}
      items={answers.map(({ id, title, from, before, after }) => (
        <Box key={`${id} ${from}`} sx={{ display: 'grid', gap: 0.25 }}>
          <Typography component="h4" sx={{ fontWeight: 700, m: 0 }}>
            {title}
          </Typography>
          <Typography variant="caption" color="textSecondary">
            {id} · {words('publish.from', { date: formatIsoDate(from) })}
          </Typography>
          {after === null ? (
            <Typography>{words('publish.answerGone')}</Typography>
          ) : (
            <TextDiff before={before ?? ''} after={after} />
          )}
        </Box>
      ))}
    />
  );
}

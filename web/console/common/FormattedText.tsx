import Box from '@mui/material/Box';
import { Fragment, type JSX } from 'react';
import { parseText, type Inline, type Line } from '../../../src/http/page/parseText.js';

/** A bot's text with the formatting the citizens' page gives it: bold, lists, line breaks, addresses. */
export function FormattedText({ text }: { readonly text: string }): JSX.Element {
  return (
    <Box
      sx={{
        overflowWrap: 'anywhere',
        '& p, & ul': { m: 0 },
        '& * + p, & * + ul': { mt: 1 },
        '& ul': { pl: 2.5 },
      }}
    >
      {parseText(text, '').map((block, index) =>
        block.kind === 'list' ? (
          <ul key={index}>
            {block.items.map((item, position) => (
              <li key={position}>{drawLine(item)}</li>
            ))}
          </ul>
        ) : (
          <p key={index}>
            {block.lines.map((line, position) => (
              <Fragment key={position}>
                {position === 0 ? null : <br />}
                {drawLine(line)}
              </Fragment>
            ))}
          </p>
        ),
      )}
    </Box>
  );
}

function drawLine(line: Line): readonly JSX.Element[] {
  return line.map((part, index) => <Fragment key={index}>{drawInline(part)}</Fragment>);
}

function drawInline(part: Inline): JSX.Element {
  if (part.kind === 'text') return <>{part.text}</>;
  if (part.kind === 'bold') return <b>{drawLine(part.children)}</b>;
  return (
    <a href={part.href} target="_blank" rel="noopener noreferrer">
      {part.text}
    </a>
  );
}

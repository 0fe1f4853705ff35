import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import Button from '@mui/material/Button';
import { useState, type JSX } from 'react';
import { useWords } from './useWords.js';

/** Copies `text` and says so. Where the browser refuses, the text is on the screen to be marked by hand. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }): JSX.Element {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 3000);
    } catch {
      setCopied(false);
    }
  };
  return (
    <Button
      variant="outlined"
      onClick={() => void copy()}
      startIcon={copied ? <CheckIcon /> : <ContentCopyIcon />}
    >
      <span aria-live="polite">{copied ? words('copied') : (label ?? words('copy'))}</span>
    </Button>
  );
}

import type { Capabilities } from './Capabilities.js';

const bold = /\*\*([^*\s](?:[^*]*[^*\s])?)\*\*/g;

/** The little formatting of our messages (bold, lists, line breaks) as a channel writes it. Everything else stays text. */
export function writeMarkup(text: string, markup: Capabilities['markup']): string {
  switch (markup) {
    case 'markdown':
      return text;
    case 'plain':
      return text.replace(bold, '$1');
    case 'html':
      return escapeHtml(text).replace(bold, '<b>$1</b>');
  }
}

/** Telegram takes no other entities than these: https://core.telegram.org/bots/api#html-style */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

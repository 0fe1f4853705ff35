import type { PageTranslate } from './FrameView.js';

/** The words of page.json that the script shows; they travel in the boot data, so that the script holds no language. */
export const clientWordKeys = [
  'botSays',
  'userSays',
  'sending',
  'waiting',
  'busy',
  'sent',
  'failed',
  'resend',
  'answers',
  'typing',
  'slow',
  'offline',
  'reconnecting',
  'counterLeft',
  'counterOver',
  'copyCode',
  'copied',
  'listen',
  'stopListening',
  'dictating',
  'dictateFailed',
  'kept',
  'private',
  'spoken',
] as const;

export type ClientWord = (typeof clientWordKeys)[number];

/**
 * Collects the script's words in the page's language. A number that only the browser knows stays as `{n}`, a code as
 * `{code}`; the script fills them in.
 */
export function clientWords(t: PageTranslate, hotline: string): Readonly<Record<ClientWord, string>> {
  const places = { n: '{n}', code: '{code}' };
  return {
    botSays: t('botSays'),
    userSays: t('userSays'),
    sending: t('sending'),
    waiting: t('waiting'),
    busy: t('busy'),
    sent: t('sent'),
    failed: t('failed'),
    resend: t('resend'),
    answers: t('answers'),
    typing: t('typing'),
    slow: t('slow', { hotline }),
    offline: t('offline'),
    reconnecting: t('reconnecting'),
    counterLeft: t('counterLeft', places),
    counterOver: t('counterOver', places),
    copyCode: t('copyCode', places),
    copied: t('copied'),
    listen: t('listen'),
    stopListening: t('stopListening'),
    dictating: t('dictating'),
    dictateFailed: t('dictateFailed'),
    kept: t('kept'),
    private: t('private'),
    spoken: t('spoken'),
  };
}

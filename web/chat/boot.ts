import type { ChatBoot } from '../../src/http/page/ChatPageView.js';
import type { ClientWord } from '../../src/http/page/clientWords.js';
import { field, parseJson, textField } from './json.js';

/** Gives a word in the page's language, with the places `{n}` and `{code}` filled. */
export type Words = (key: ClientWord, place?: string | number) => string;

export interface Boot extends ChatBoot {
  readonly hotline: string;
  readonly words: Words;
}

/** Reads what the server wrote into the page for the script. */
export function readBoot(): Boot {
  const data = parseJson(document.getElementById('boot')?.textContent ?? '');
  const words = field(data, 'words');
  const sharedS = field(data, 'sharedS');
  return {
    conversationId: textField(data, 'conversationId'),
    token: textField(data, 'token'),
    streamUrl: textField(data, 'streamUrl'),
    watermark: textField(data, 'watermark'),
    locale: textField(data, 'locale') ?? 'vi',
    ...(field(data, 'shell') === true ? { shell: true } : {}),
    ...(typeof sharedS === 'number' ? { sharedS } : {}),
    hotline: textField(data, 'hotline') ?? '',
    words: (key, place = '') => (textField(words, key) ?? '').replace(/\{(?:n|code)\}/, () => String(place)),
  };
}

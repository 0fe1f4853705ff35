import { plainText } from './words.js';

const wishes = new Set(
  (
    'tro ly, tro ly tu dong, gap tro ly, gap lai tro ly, goi tro ly, hoi tro ly, hoi tiep tro ly, quay lai tro ly, ' +
    've tro ly, noi chuyen voi tro ly, noi voi tro ly, bot, chatbot, hoi may, noi chuyen voi may, the assistant, ' +
    'assistant, ask the assistant, back to the assistant, go back to the assistant, talk to the assistant, talk to the bot'
  ).split(', '),
);

/** Whether a whole message asks for the assistant instead of the person who answers or is waited for. */
export function wishesAssistant(text: string): boolean {
  return text.length <= 120 && wishes.has(plainText(text).replace(/ (?:a|di|nhe|nha|please)$/u, ''));
}

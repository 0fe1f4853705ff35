import { z } from 'zod';
import { greetingOf } from '../../../dialogs/index.js';
import type { ActivitySet } from '../../channels/webchat/index.js';
import type { Locale, Translator } from '../../i18n/index.js';
import type { ChatChoice, ChatMessage } from './ChatPageView.js';
import { guidePicture, type ChatPicture } from './guidePicture.js';

export type Transcript = Readonly<{
  messages: readonly ChatMessage[];
  choices: readonly ChatChoice[];
  expects?: string;
  watermark: string;
}>;

/** A newcomer's page: the greeting that the conversation will begin with. */
export function greetingTranscript(words: Translator, locale: Locale, hotline: string): Transcript {
  const greeting = greetingOf(words(locale), hotline);
  return {
    messages: [{ id: 'greeting', role: 'bot', text: greeting.text }],
    choices: greeting.choices,
    watermark: '',
  };
}

const shownActivity = z.looseObject({
  id: z.string(),
  timestamp: z.string(),
  text: z.string().optional(),
  from: z.looseObject({ role: z.string() }),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.string() })) })
    .optional(),
  attachments: z.array(z.looseObject({ contentUrl: z.string(), name: z.string() })).optional(),
  channelData: z
    .looseObject({
      expects: z.string().optional(),
      lead: z.looseObject({ reference: z.string() }).optional(),
    })
    .optional(),
});

/** What was said so far as the page shows it, with the choices and the question of the last message. */
export function toTranscript(set: ActivitySet): Transcript {
  const shown = set.activities.map((activity) => shownActivity.parse(activity));
  const last = shown.at(-1);
  const offered = last?.from.role === 'bot' ? last : undefined;
  const expects = offered?.channelData?.expects;
  return {
    messages: shown.map(({ id, timestamp, text, from, attachments, channelData }) => ({
      id,
      role: from.role === 'bot' ? 'bot' : 'user',
      text: text ?? '',
      at: timestamp,
      ...pictureOf(attachments),
      ...(channelData?.lead === undefined ? {} : { reference: channelData.lead.reference }),
    })),
    choices: (offered?.suggestedActions?.actions ?? []).map(({ title, value }) => ({ title, value })),
    ...(expects === undefined ? {} : { expects }),
    watermark: set.watermark,
  };
}

function pictureOf(
  attachments: z.infer<typeof shownActivity>['attachments'],
): Readonly<{ picture?: ChatPicture }> {
  const [picture] = (attachments ?? []).flatMap(
    ({ contentUrl, name }) => guidePicture(contentUrl, name) ?? [],
  );
  return picture === undefined ? {} : { picture };
}

import type { ChatChoice } from '../../src/http/page/ChatPageView.js';
import { guidePicture, type ChatPicture } from '../../src/http/page/guidePicture.js';
import { field, textField } from './json.js';

/** What the page needs of a Direct Line activity. */
export interface Activity {
  readonly id: string | undefined;
  readonly type: string;
  readonly role: 'user' | 'bot';
  readonly text: string;
  readonly at: string | undefined;
  /** The id under which a client sent it; our own messages come back with it. */
  readonly clientId: string | undefined;
  readonly kind: string | undefined;
  readonly expects: string | undefined;
  readonly choices: readonly ChatChoice[];
  readonly reference: string | undefined;
  readonly picture: ChatPicture | undefined;
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string | undefined;
}

/** Reads an ActivitySet of the stream or of a poll; what cannot be read is left out. */
export function readActivitySet(value: unknown): ActivitySet {
  const list = field(value, 'activities');
  return {
    activities: Array.isArray(list) ? list.map(readActivity) : [],
    watermark: textField(value, 'watermark'),
  };
}

/** Reads an activity as this page stored it. */
export function readStored(value: unknown): Activity {
  const picture = field(value, 'picture');
  const choices = field(value, 'choices');
  return {
    id: textField(value, 'id'),
    type: 'message',
    role: textField(value, 'role') === 'user' ? 'user' : 'bot',
    text: textField(value, 'text') ?? '',
    at: textField(value, 'at'),
    clientId: textField(value, 'clientId'),
    kind: textField(value, 'kind'),
    expects: textField(value, 'expects'),
    choices: readChoices(choices),
    reference: textField(value, 'reference'),
    picture: guidePicture(textField(picture, 'src') ?? '', textField(picture, 'alt') ?? ''),
  };
}

function readActivity(value: unknown): Activity {
  const data = field(value, 'channelData');
  const clientId = textField(data, 'clientActivityID');
  const role = textField(field(value, 'from'), 'role');
  return {
    id: textField(value, 'id'),
    type: textField(value, 'type') ?? '',
    role: role === 'user' || (role === undefined && clientId !== undefined) ? 'user' : 'bot',
    text: textField(value, 'text') ?? '',
    at: textField(value, 'timestamp'),
    clientId,
    kind: textField(data, 'kind'),
    expects: textField(data, 'expects'),
    choices: readChoices(field(field(value, 'suggestedActions'), 'actions')),
    reference: readReference(data),
    picture: readPicture(field(value, 'attachments')),
  };
}

function readChoices(actions: unknown): readonly ChatChoice[] {
  if (!Array.isArray(actions)) return [];
  return actions
    .map((action: unknown) => {
      const title = textField(action, 'title') ?? textField(action, 'value') ?? '';
      return { title, value: textField(action, 'value') ?? title };
    })
    .filter((choice) => choice.title !== '');
}

function readPicture(attachments: unknown): ChatPicture | undefined {
  const first: unknown = Array.isArray(attachments) ? attachments[0] : undefined;
  return guidePicture(textField(first, 'contentUrl') ?? '', textField(first, 'name') ?? '');
}

function readReference(data: unknown): string | undefined {
  return textField(field(data, 'lead'), 'reference');
}

import type { Verdict } from '../../../src/channels/contract.js';
import { answered } from '../exampleReply.js';
import type { AnswerCase, EventCase } from './Cases.js';

export const zaloDocs = 'https://developers.zalo.me/docs/official-account';
export const zaloAppId = '1234567890123456789';
export const zaloOa = '388613280878808645';
/** Who writes in all of them. */
export const zaloUser = '246845883529197922';
const [docs, oa, user] = [zaloDocs, zaloOa, zaloUser];
const between = { sender: { id: user }, recipient: { id: oa }, user_id_by_app: '552177279717587730' };
const place = { conversationId: `zalo:${oa}:${user}`, userId: user, at: 1540363714987 };
const said = (key: string, activity: object) => ({
  ...place,
  kind: 'message',
  key: `zalo:${oa}:${key}`,
  address: JSON.stringify({ user }),
  activity: { ...activity, from: { id: user, role: 'user' } },
});
const text = (words: string, more: object = {}) => ({
  type: 'message',
  text: words,
  textFormat: 'plain',
  ...more,
});
const attached = (type: string, payload: object, words = '') => ({
  ...between,
  event_name: `user_send_${type}`,
  message: { msg_id: 'm1', text: words, attachments: [{ type, payload }] },
});
const url = 'https://f9-zpc.zdn.vn/o.jpg';

export const zaloEvents: readonly EventCase[] = [
  [
    'a text',
    `${docs}/webhook/tin-nhan`,
    { ...between, event_name: 'user_send_text', message: { msg_id: 'm1', text: 'message' } },
    [said('m1:user_send_text', text('message'))],
  ],
  [
    'a tapped button comes as a text: our title, our reference',
    `${docs}/webhook/tin-nhan`,
    { ...between, event_name: 'user_send_text', message: { msg_id: 'm1', text: 'Vì sao? #12.2' } },
    [said('m1:user_send_text', text('Vì sao?', { channelData: { choice: '#12.2' } }))],
  ],
  [
    'a code of a poster',
    'ours',
    { ...between, event_name: 'user_send_text', message: { msg_id: 'm1', text: '#BHXH-TN01' } },
    [said('m1:user_send_text', text('/start', { channelData: { ref: 'BHXH-TN01' } }))],
  ],
  [
    'a picture',
    `${docs}/webhook/tin-nhan`,
    attached('image', { thumbnail: url, url }, 'ảnh sổ'),
    [said('m1:user_send_image', text('ảnh sổ'))],
  ],
  ...['gif', 'link', 'audio', 'video', 'sticker', 'file'].map(
    (type) =>
      [
        `a ${type}`,
        `${docs}/webhook/tin-nhan`,
        attached(type, { url }),
        [said(`m1:user_send_${type}`, text(''))],
      ] as const,
  ),
  [
    'a card of somebody, whose number is not this person’s',
    `${docs}/webhook/tin-nhan`,
    {
      ...attached('link', { description: '{"phone":"0912345678"}', url }),
      event_name: 'user_send_business_card',
    },
    [said('m1:user_send_business_card', text(''))],
  ],
  [
    'a place, its figures as texts',
    `${docs}/webhook/tin-nhan`,
    attached('location', { coordinates: { latitude: '10.762622', longitude: '106.660172' } }),
    [
      said(
        'm1:user_send_location',
        text('', { entities: [{ type: 'GeoCoordinates', latitude: 10.762622, longitude: 106.660172 }] }),
      ),
    ],
  ],
  [
    'a visitor of the widget without an account',
    `${docs}/webhook/nguoi-dung-an-danh`,
    {
      ...between,
      event_name: 'anonymous_send_text',
      message: { msg_id: 'm1', text: 'Chào', conversation_id: 'c9' },
    },
    [
      {
        ...said('m1:anonymous_send_text', text('Chào')),
        conversationId: `zalo:${oa}:visitor-${user}`,
        address: JSON.stringify({ anonymous: user, conversation: 'c9' }),
      },
    ],
  ],
  [
    'the number is shared on our request',
    `${docs}/webhook/chia-se-thong-tin`,
    { ...between, event_name: 'user_submit_info', info: { name: 'An', phone: '84912345678' } },
    [said(`${user}:1540363714987:user_submit_info`, text('An, 84912345678'))],
  ],
  [
    'the number as a figure, as older accounts send it',
    `${docs}/webhook/chia-se-thong-tin`,
    { ...between, event_name: 'user_submit_info', info: { phone: 84912345678, city: 'Hà Nội' } },
    [said(`${user}:1540363714987:user_submit_info`, text('84912345678'))],
  ],
  [
    'somebody follows',
    `${docs}/webhook/quan-tam`,
    { oa_id: oa, follower: { id: user }, event_name: 'follow', source: 'oa_profile' },
    [said(`follow:${user}:1540363714987`, { type: 'conversationUpdate' })],
  ],
  [
    'somebody leaves',
    `${docs}/webhook/quan-tam`,
    { oa_id: oa, follower: { id: user }, event_name: 'unfollow' },
    [{ ...place, kind: 'gone' }],
  ],
  [
    'somebody opens the chat for the first time',
    `${docs}/webhook/nhan-nut-chat`,
    { oa_id: oa, user_id: user, event_name: 'user_click_chatnow' },
    [said(`user_click_chatnow:${user}:1540363714987`, { type: 'conversationUpdate' })],
  ],
  [
    'the widget tells the page it stands on',
    `${docs}/webhook/widget`,
    {
      oa_id: oa,
      event_name: 'widget_interaction_accepted',
      data: { user_id: user, url: 'https://bhxh.test/?ref=TN01' },
    },
    [
      said(`widget_interaction_accepted:${user}:1540363714987`, {
        type: 'conversationUpdate',
        channelData: { ref: 'TN01' },
      }),
    ],
  ],
  [
    'a button of a notification',
    `${docs}/webhook/zbs`,
    { ...between, event_name: 'user_click_response_button', message: { data: 'Tiếp tục' }, msg_id: 'x' },
    [said(`${user}:1540363714987:user_click_response_button`, text('Tiếp tục'))],
  ],
  [
    'somebody takes the consent back on Zalo',
    `${docs}/webhook/rut-dong-y`,
    { oa_id: oa, user_id: user, event_name: 'user_withdraw' },
    [
      {
        ...place,
        kind: 'withdrawn',
        key: `zalo:${oa}:user_withdraw:${user}:1540363714987`,
        address: JSON.stringify({ user }),
      },
    ],
  ],
  [
    'our own echo',
    `${docs}/webhook/oa-gui-tin`,
    {
      sender: { id: oa },
      recipient: { id: user },
      event_name: 'oa_send_text',
      message: { msg_id: 'm1', text: 'x' },
    },
    [],
  ],
  [
    'somebody of the office writes by Zalo’s tool',
    `${docs}/webhook/oa-gui-tin`,
    {
      sender: { id: oa, admin_id: '4267886274574868951' },
      recipient: { id: user },
      event_name: 'oa_send_text',
      message: { msg_id: 'm1', text: 'x' },
    },
    [{ ...place, kind: 'person_spoke' }],
  ],
  ...[
    'user_received_message',
    'user_seen_message',
    'user_reacted_message',
    'add_user_to_tag',
    'user_feedback',
    'change_template_status',
    'user_click_link',
  ].map((name) => [name, `${docs}/webhook`, { ...between, event_name: name }, []] as const),
  [
    'another account',
    `${docs}/webhook`,
    {
      ...between,
      recipient: { id: '1' },
      event_name: 'user_send_text',
      message: { msg_id: 'm1', text: 'x' },
    },
    [],
  ],
  [
    'ids as figures are read by nobody: they exceed what a figure can hold',
    `${docs}/webhook`,
    { ...between, sender: { id: 246845883529197 }, event_name: 'user_send_text', message: { text: 'x' } },
    [],
  ],
];

/** https://developers.zalo.me/docs/official-account/phu-luc/ma-loi */
const groups: readonly (readonly [Verdict['status'], readonly number[]])[] = [
  ['renew', [-216, -220, -124]],
  ['retry', [-32]],
  ['unknown', [-200]],
  ['reschedule', [-234, -133, -144, -1441, -147, -1471, -1472, -218]],
  ['stop', [-213, -217, -227, -230, -232, -244, -139, -140, -141, -118, -114, -119, -108, -109]],
  ['refused', [-201, -210, -100, -233, -248, -249, -131, -1121, -1122, -1124, -99999]],
  [
    'operator',
    [
      -204, -205, -209, -212, -219, -221, -223, -224, -235, -237, -240, -242, -211, -135, -1351, -115, -137,
      -146, -320, -321, -403,
    ],
  ],
];
const codes = `${docs}/phu-luc/ma-loi`;
const failures = groups.flatMap(([status, errors]) =>
  errors.flatMap((error) =>
    [error, String(error)].map((code): AnswerCase => [
      `${typeof code} ${code} in a 200`,
      codes,
      answered(200, { error: code, message: 'x' }),
      { status },
    ]),
  ),
);
export const zaloAnswers: readonly AnswerCase[] = [
  [
    '0 is success',
    codes,
    answered(200, { error: 0, message: 'Success', data: { message_id: '1' } }),
    { status: 'sent' },
  ],
  ['a page instead of JSON', codes, answered(200, undefined), { status: 'retry' }],
  ['their fault', codes, answered(502, undefined), { status: 'retry' }],
  ['no connection', codes, { status: 'unreachable' }, { status: 'retry' }],
  ['no answer', codes, { status: 'unknown' }, { status: 'unknown' }],
  ...failures,
];

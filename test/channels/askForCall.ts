import type { ChannelTalk } from './ChannelTalk.js';

/** Asks for a call and answers up to the question for consent, which stays open. */
export async function askForCall(
  talk: ChannelTalk,
  { phone = '0912345678', product = 'BHXH tự nguyện' }: Readonly<{ phone?: string; product?: string }> = {},
): Promise<void> {
  const said = ['Nhờ cán bộ gọi', product, 'xã Tam Hải, Đà Nẵng', 'Hương', phone, 'buổi sáng'];
  for (const text of said) await talk.say(text);
}

import type { Conversation } from './Conversation.js';

const address = /http:\/\/an-sinh\.test\/e\/[\w-]{40,140}$/;

/** Every estimate ends with the address under which it is kept and printed; every client can show a line of text. */
export const keeping: readonly Conversation[] = [
  {
    title: 'an estimate can be kept, and so can the one after a change',
    turns: [
      {
        say: 'em 45 tuoi ho can ngheo muon dong muc 2 trieu, dong luon 5 nam thi het bn',
        has: ['Lưu hoặc in kết quả: http', address],
        page: ['Anh/chị đóng một lần cho 5 năm', '16.210.864 đ', '7.920.000 đ'],
      },
      {
        say: 'à muc 3 trieu',
        has: ['Lưu hoặc in kết quả: http', address],
        page: ['28.276.296 đ'],
      },
      { say: 'Vì sao?', lacks: ['/e/'] },
    ],
  },
  {
    title: 'in English, in the language of the chat',
    client: 'en-US',
    turns: [
      { say: 'Work out voluntary social insurance', lacks: ['/e/'] },
      { say: 'Skip' },
      { say: '2 million', expects: 'group' },
      { say: 'None of these', expects: 'mode' },
      { say: 'Monthly', has: ['Keep or print: http', address], page: ['You pay each month', '374.000 đ'] },
    ],
  },
];

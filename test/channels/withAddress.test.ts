import { describe, expect, test } from '@jest/globals';
import { withAddress } from '../../src/channels/withAddress.js';

const step = {
  type: 'message' as const,
  text: 'Bước 1',
  attachments: [{ contentType: 'image/svg+xml', contentUrl: '/guides/bien-lai.svg', name: 'Tờ biên lai' }],
};

describe('the pictures of a reply that goes out', () => {
  test.each([
    ['https://an-sinh.test', 'https://an-sinh.test/guides/bien-lai.svg'],
    ['http://127.0.0.1:9123', 'http://127.0.0.1:9123/guides/bien-lai.svg'],
    ['https://bhxh.test/an-sinh', 'https://bhxh.test/an-sinh/guides/bien-lai.svg'],
  ])('under %s have the address %s', (publicUrl, contentUrl) => {
    expect(withAddress(step, publicUrl)).toEqual({
      ...step,
      attachments: [{ contentType: 'image/svg+xml', contentUrl, name: 'Tờ biên lai' }],
    });
  });

  test('are none where the reply has none, and what is stored keeps its path', () => {
    const plain = { type: 'message' as const, text: 'Chào' };
    expect(withAddress(plain, 'https://an-sinh.test')).toEqual(plain);
    withAddress(step, 'https://an-sinh.test');
    expect(step.attachments[0]?.contentUrl).toBe('/guides/bien-lai.svg');
  });
});

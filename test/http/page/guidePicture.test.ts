import { describe, expect, test } from '@jest/globals';
import { guidePicture } from '../../../src/http/page/guidePicture.js';
import { renderTranscript } from '../../../src/http/page/renderTranscript.js';

describe('the picture of an attachment', () => {
  test.each([
    ['https://an-sinh.test/guides/bien-lai.svg', '/guides/bien-lai.svg'],
    ['http://127.0.0.1:8080/guides/a-1.svg', '/guides/a-1.svg'],
    ['/guides/bien-lai.svg', '/guides/bien-lai.svg'],
    // Whatever stands before the path: only the path on this site is taken.
    ['https://evil.example/x/guides/bien-lai.svg', '/guides/bien-lai.svg'],
  ])('%s is shown from %s', (address, src) => {
    expect(guidePicture(address, 'Tờ biên lai')).toEqual({ src, alt: 'Tờ biên lai' });
  });

  test.each([
    '',
    'https://an-sinh.test/guides/x.png',
    'https://an-sinh.test/guides/x.svg?y',
    'https://an-sinh.test/guides/../x.svg',
    'https://an-sinh.test/guides/X.svg',
    'https://an-sinh.test/pictures/x.svg',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
  ])('“%s” is none', (address) => {
    expect(guidePicture(address, 'x')).toBeUndefined();
  });
});

describe('a message with a picture', () => {
  const html = renderTranscript(
    [
      {
        id: '1',
        role: 'bot',
        text: 'Bước 1',
        picture: { src: '/guides/a.svg', alt: `"'><script>alert(1)</script>` },
      },
      { id: '2', role: 'bot', text: 'Bước 2' },
    ],
    '1900 9068',
    (key) => key,
  );

  test('shows it under the words, with its size, and says what it shows', () => {
    expect(html).toMatch(
      /<p>Bước 1<\/p><img class="picture" src="\/guides\/a\.svg" alt="[^"]+" width="320" height="240" loading="lazy">/,
    );
    expect(html.match(/<img/g)).toHaveLength(1);
  });

  test('takes no markup from the words for it', () => {
    expect(html).not.toContain('<script');
    expect(html).toContain('alt="&quot;&#39;&gt;&lt;script&gt;');
  });
});

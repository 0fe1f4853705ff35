const NUCLEI = [
  'a',
  'ai',
  'ao',
  'au',
  'ay',
  'e',
  'eo',
  'eu',
  'i',
  'ia',
  'ie',
  'ieu',
  'iu',
  'o',
  'oa',
  'oai',
  'oao',
  'oay',
  'oe',
  'oeo',
  'oi',
  'u',
  'ua',
  'uay',
  'ue',
  'ui',
  'uo',
  'uoi',
  'uou',
  'uu',
  'uy',
  'uya',
  'uye',
  'uyu',
  'y',
  'ye',
  'yeu',
  'uau',
  'ueu',
  'uao',
  'uai',
].join('|');

const SYLLABLE = new RegExp(
  `^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?(?:${NUCLEI})(?:ch|ng|nh|[cmnpt])?$`,
  'u',
);
const DOUBLE_O = /^(?:x|b|s|c|m|g)oo(?:ng|c)$/u;
const TONE_KEYS = /[sfrxjz]/gu;

/** Whether an unmarked, lower-case word can be a Vietnamese syllable. */
export function isSyllable(folded: string): boolean {
  return SYLLABLE.test(folded) || DOUBLE_O.test(folded);
}

/**
 * What an unmarked word was meant to be when a typing slip left it no Vietnamese syllable: held keys ("khonggg"),
 * Telex keys left in the word ("hieemr", "tuwj"), VNI digits ("hie6m3") and a dropped `n` ("thag", "mih").
 * A word that is a syllable, or that none of these repairs makes one, comes back as it was.
 */
export function repairWord(folded: string): string {
  if (folded.length > 16 || isSyllable(folded) || !/[aeiouyw]/u.test(folded)) return folded;
  for (const candidate of repairs(folded)) if (isSyllable(candidate)) return candidate;
  return folded;
}

function* repairs(word: string): Generator<string> {
  const squeezed = word.replace(/(.)\1+/gu, '$1');
  yield squeezed;
  if (/\d/u.test(word)) yield word.replace(/\d/gu, '');
  const plain = squeezed.replace(/\d/gu, '');
  const withoutHooks = plain.replace(/([aou])w/gu, '$1').replace(/w/gu, 'u');
  yield withoutHooks;
  // A tone key stands after the vowel it marks, mostly at the end of the word.
  yield dropToneKey(withoutHooks);
  yield dropToneKey(dropLateDoubles(withoutHooks));
  yield withoutHooks.replace(/([aeiouy])g$/u, '$1ng').replace(/([aeiouy])h$/u, '$1nh');
}

/** Telex writes a hat by repeating the vowel at the end too ("tienef" is "tiền", "duongwf" is "dường"). */
function dropLateDoubles(word: string): string {
  const vowelFirst = /^([^aeiouy]*)([aeiouy]+)([^aeiouy]+)([aeo]d?)?([sfrxjz]?)$/u.exec(word);
  if (!vowelFirst) return word.replace(/d$/u, '');
  return `${vowelFirst[1] ?? ''}${vowelFirst[2] ?? ''}${vowelFirst[3] ?? ''}`;
}

function dropToneKey(word: string): string {
  const vowel = word.search(/[aeiouy]/u);
  if (vowel < 0) return word;
  return word.slice(0, vowel + 1) + word.slice(vowel + 1).replace(TONE_KEYS, '');
}

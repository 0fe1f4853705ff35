/** More entries of the same kind: wordings of the given ones with other words in them, the same every time. */
export function grownEntries(entries, size) {
  const next = random(7);
  const more = Array.from({ length: Math.max(0, size - entries.length) }, (_, at) => {
    const model = entries[at % entries.length];
    const name = Array.from({ length: 3 }, () => syllable(next)).join(' ');
    return {
      ...model,
      id: `${model.id}-${at}`,
      title: { vi: `${model.title.vi} ${name}`, en: `${model.title.en} ${name}` },
      phrasings: {
        vi: model.phrasings.vi.slice(0, 10).map((text) => vary(text, name, next)),
        en: model.phrasings.en.map((text) => vary(text, name, next)),
      },
    };
  });
  return [...entries, ...more].slice(0, size);
}

function vary(text, name, next) {
  const words = text.split(' ');
  words.splice(Math.floor(next() * words.length), 2, name);
  return words.join(' ');
}

function syllable(next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  return (
    pick(['b', 'ch', 'd', 'g', 'kh', 'l', 'm', 'ng', 'nh', 'ph', 'q', 'r', 's', 't', 'th', 'tr', 'v', 'x']) +
    pick(['a', 'e', 'i', 'o', 'u', 'uo', 'ie', 'oa']) +
    pick(['', 'c', 'm', 'n', 'ng', 'nh', 'p', 't', 'i'])
  );
}

function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

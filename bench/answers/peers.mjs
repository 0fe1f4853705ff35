import * as orama from '@orama/orama';
import flexsearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

/*
 * Search libraries as a careful developer would set them up for these questions: one document per wording (or per entry where
 * that ranks better), letters folded the same way as ours, and of several settings the one that ranks best. Each answers
 * `[{ topic, score }]`, best first.
 */
export const peers = [
  { name: 'MiniSearch', make: miniSearch({}) },
  { name: 'MiniSearch, fuzzy and prefix', make: miniSearch({ fuzzy: 0.2, prefix: true }) },
  { name: 'MiniSearch, a document per entry', make: miniSearchByEntry },
  { name: 'Fuse.js', make: fuse },
  { name: 'FlexSearch', make: flex },
  { name: 'Orama', make: oramaWith({}) },
  { name: 'Orama, tolerance 1', make: oramaWith({ tolerance: 1 }) },
  { name: 'node-nlp', make: nodeNlp },
];

function miniSearch(options) {
  return (wordings) => {
    const index = new MiniSearch({ fields: ['text'], storeFields: ['topic'] });
    index.addAll(wordings.map((wording, id) => ({ id, ...wording })));
    return (question) => byTopic(index.search(question, options));
  };
}

function miniSearchByEntry(wordings) {
  const index = new MiniSearch({ fields: ['title', 'text'], storeFields: ['topic'] });
  index.addAll(
    [...groupByTopic(wordings)].map(([topic, [title, ...texts]], id) => ({
      id,
      topic,
      title,
      text: texts.join('\n'),
    })),
  );
  return (question) => byTopic(index.search(question, { boost: { title: 1.5 } }));
}

function fuse(wordings) {
  const index = new Fuse(wordings, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.7,
    useExtendedSearch: false,
  });
  return (question) =>
    byTopic(
      index
        .search(question.slice(0, 64), { limit: 50 })
        .map(({ item, score }) => ({ topic: item.topic, score: 1 - score })),
    );
}

function flex(wordings) {
  const index = new flexsearch.Index({ tokenize: 'forward', context: true });
  wordings.forEach(({ text }, id) => index.add(id, text));
  // It tells no scores: the place in the list stands for one.
  return (question) =>
    byTopic(
      index
        .search(question, { limit: 50, suggest: true })
        .map((id, at) => ({ topic: wordings[id].topic, score: 1 / (1 + at) })),
    );
}

function oramaWith(options) {
  return (wordings) => {
    const words = (text) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    const index = orama.create({
      schema: { topic: 'enum', text: 'string' },
      components: { tokenizer: { language: 'vietnamese', normalizationCache: new Map(), tokenize: words } },
    });
    orama.insertMultiple(
      index,
      wordings.map(({ topic, text }) => ({ topic, text })),
      2000,
    );
    return (question) =>
      byTopic(
        orama
          .search(index, { term: question, limit: 50, threshold: 1, ...options })
          .hits.map(({ document, score }) => ({ topic: document.topic, score })),
      );
  };
}

async function nodeNlp(wordings) {
  const { NlpManager } = await import('node-nlp');
  const manager = new NlpManager({ languages: ['vi'], autoSave: false, nlu: { log: false } });
  for (const { topic, text } of wordings) manager.addDocument('vi', text, topic);
  await manager.train();
  return async (question) => {
    const { classifications } = await manager.process('vi', question);
    return classifications
      .filter(({ intent }) => intent !== 'None')
      .map(({ intent, score }) => ({ topic: intent, score }));
  };
}

/** The best hit of each topic. */
function byTopic(hits) {
  const best = new Map();
  for (const { topic, score } of hits) if (!best.has(topic)) best.set(topic, { topic, score });
  return [...best.values()];
}

function groupByTopic(wordings) {
  const groups = new Map();
  for (const { topic, text } of wordings) groups.set(topic, [...(groups.get(topic) ?? []), text]);
  return groups;
}

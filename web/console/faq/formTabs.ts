export const formTabs = ['vi', 'en', 'phrasings', 'legal'] as const;
export type FormTab = (typeof formTabs)[number];

/** The fields of the form by the tab they stand on. */
export const tabFields: Readonly<Record<FormTab, readonly string[]>> = {
  vi: ['title.vi', 'answer.vi', 'more.vi', 'doubtful.vi'],
  en: ['title.en', 'answer.en', 'more.en', 'doubtful.en'],
  phrasings: ['phrasings.vi', 'phrasings.en'],
  legal: ['basis', 'validFrom', 'reviewBy', 'nextStep', 'related', 'redirect', 'audiences'],
};

export const formFields: readonly string[] = formTabs.flatMap((tab) => tabFields[tab]);

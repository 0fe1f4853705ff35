/** The sentences of a text. A full stop inside a figure or an address has no blank after it and ends none. */
export function splitSentences(text: string): readonly string[] {
  return text
    .replace(/\s+/gu, ' ')
    .split(/(?<=[.!?…]["”)]?)\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** The words of a text as a reader counts them: for Vietnamese the syllables. Figures count too. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}.,/'’-]*/gu) ?? [];
}

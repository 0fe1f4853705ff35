import type { z } from 'zod';
import type { Translate } from '../i18n/index.js';

/** What is wrong with a value, in plain words where there are some; else as the schema's library says it. */
export function issueMessage(issue: z.core.$ZodIssue, words: Translate): string {
  switch (issue.code) {
    case 'too_small': {
      const { origin, minimum, inclusive = true } = issue;
      if (Number(minimum) === 1 && (origin === 'string' || origin === 'array')) return words('http:required');
      if (origin === 'number' && inclusive) return words('http:too_low', { least: String(minimum) });
      return issue.message;
    }
    case 'too_big': {
      const { origin, maximum, inclusive = true } = issue;
      const most = String(maximum);
      if (origin === 'string') return words('http:too_many_letters', { most });
      if (origin === 'array') return words('http:too_many_items', { most });
      return origin === 'number' && inclusive ? words('http:too_high', { most }) : issue.message;
    }
    case 'invalid_type':
      return issue.expected === 'number' ? words('http:no_number') : issue.message;
    case 'invalid_format':
      return issue.format === 'date' ? words('http:no_date') : issue.message;
    default:
      return issue.message;
  }
}

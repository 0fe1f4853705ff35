import { formatDate, formatNumber, formatVnd, type Locale, type Translate } from '../i18n/index.js';
import type { Bilingual, LocalSupportRow, Operand, Operands, ParameterTable } from '../policy/index.js';

/** Writes codes and operands of the rules in one language. */
export type Words = Readonly<{
  step: (code: string, operands: Operands) => Readonly<{ label: string; text: string }>;
  warning: (code: string, operands: Operands) => string;
  assumption: (code: string, operands: Operands) => string;
  reason: (code: string, operands: Operands) => string;
  unknownParameter: (id: string, date: string) => string;
}>;

/**
 * Words from `locales/<locale>/estimate.json`; labels of parameters and conditions of local support come from the table.
 * @throws when a code has no words: every code must have them in both languages.
 */
export function createWords(translate: Translate, locale: Locale, table: ParameterTable): Words {
  const write = (operands: Operands): Record<string, string> =>
    Object.fromEntries(Object.entries(operands).map(([name, operand]) => [name, operandText(operand)]));

  const operandText = (operand: Operand): string => {
    switch (operand.kind) {
      case 'money':
        return formatVnd(operand.value);
      case 'percent':
        return `${formatNumber(operand.value)}%`;
      case 'number':
        return formatNumber(operand.value);
      case 'date':
        return formatDate(operand.value);
      case 'month':
        return operand.value.split('-').toReversed().join('/');
      case 'term':
        return translate(`estimate:term.${operand.value}`);
      case 'parameter':
        return parameterLabel(operand.value);
      case 'localCondition':
        return localText(operand.value, ({ condition }) => condition);
      case 'localDoubt':
        return localText(operand.value, ({ doubtful }) => doubtful);
    }
  };

  const parameterLabel = (id: string): string => table.parameters.get(id)?.label[locale] ?? id;

  const localText = (id: string, pick: (row: LocalSupportRow) => Bilingual | undefined): string => {
    const row = table.localSupport.find((candidate) => candidate.id === id);
    const text = row === undefined ? undefined : pick(row);
    if (text === undefined) throw new Error(`The local support ${id} has no such text.`);
    return text[locale];
  };

  return {
    step: (code, operands) => {
      const values = write(operands);
      return {
        label: translate(`estimate:step.${code}.label`, values),
        text: translate(`estimate:step.${code}.text`, values),
      };
    },
    warning: (code, operands) => translate(`estimate:warning.${code}`, write(operands)),
    assumption: (code, operands) => translate(`estimate:assumption.${code}`, write(operands)),
    reason: (code, operands) => translate(`estimate:reason.${code}`, write(operands)),
    unknownParameter: (id, date) =>
      translate('estimate:unknown', { parameter: parameterLabel(id), date: formatDate(date) }),
  };
}

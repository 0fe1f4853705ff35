import type { ChatTurn } from '../ChatTurn.js';
import { withinSentence } from '../forms/withinSentence.js';

/** Who is in charge of a commune, and the number under which they answer; the hotline where no office was entered. */
export type ResponsibleOffice = Readonly<{ name: string; phone: string; isKnown: boolean }>;

/** The office of the commune where it is known, else "BHXH cơ sở phụ trách xã …" with the hotline. */
export function officeOf(
  turn: ChatTurn,
  { commune = '', communeCode }: Readonly<{ commune?: string | undefined; communeCode?: string | undefined }>,
): ResponsibleOffice {
  const office = communeCode === undefined ? undefined : turn.scope.localities.places.office(communeCode);
  if (office === undefined) {
    const name =
      commune === '' ? turn.t('office.somewhere') : turn.t('office.of', { commune: withinSentence(commune) });
    return { name, phone: turn.hotline, isKnown: false };
  }
  return { name: office.name, phone: office.phone ?? turn.hotline, isKnown: true };
}

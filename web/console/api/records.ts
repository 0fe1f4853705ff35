/** Shapes of the API's records as the console uses them. Times are ISO 8601, dates YYYY-MM-DD. */

export const leadStatuses = [
  'new',
  'contacted',
  'no_answer',
  'appointment',
  'enrolled',
  'declined',
  'invalid',
  'withdrawn',
] as const;
export type LeadStatus = (typeof leadStatuses)[number];

export interface Lead {
  readonly id: string;
  readonly reference: string;
  readonly status: LeadStatus;
  readonly product: string;
  readonly name: string;
  readonly phoneMasked: string;
  readonly locality: string;
  readonly callTime: string | null;
  readonly channel: string;
  readonly campaign: string | null;
  readonly event: string | null;
  readonly suspicious: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

export interface LeadDetail extends Lead {
  readonly estimate: LeadEstimate | null;
  readonly consents: readonly LeadConsent[];
  readonly events: readonly LeadEvent[];
  readonly allowedStatuses: readonly LeadStatus[];
}

export interface LeadEstimate {
  readonly reference: string;
  readonly product: string;
  readonly summary: readonly string[];
}

export interface LeadConsent {
  readonly purpose: string;
  readonly text: string;
  readonly textVersion: string | number;
  readonly givenAt: string;
  readonly withdrawnAt: string | null;
}

export interface LeadEvent {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly note: string | null;
}

export interface ConversationMessage {
  readonly id: string;
  readonly role: 'user' | 'bot';
  readonly at: string;
  readonly text: string;
}

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export interface LegalBasis {
  readonly document: string;
  readonly article?: string;
  readonly clause?: string;
  readonly link?: string;
}

/** What an editor changes of an answer; texts are templates. */
export interface FaqContent {
  readonly title: Bilingual;
  readonly answer: Bilingual;
  readonly more: Bilingual | null;
  readonly phrasings: { readonly vi: readonly string[]; readonly en: readonly string[] };
  readonly related: readonly string[];
  readonly nextStep: string | null;
  readonly audiences: readonly string[];
  readonly redirect: boolean;
  readonly basis: readonly LegalBasis[];
  readonly doubtful: Bilingual | null;
  readonly validFrom: string;
  readonly reviewBy: string;
}

export interface FaqEntry extends FaqContent {
  readonly id: string;
  readonly product: string;
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
}

export interface FaqSummary {
  readonly id: string;
  readonly product: string;
  readonly title: Bilingual;
  readonly answer: Bilingual;
  readonly phrasingCount: number;
  readonly nextStep: string | null;
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
  readonly reviewBy: string;
  readonly state: 'current' | 'due' | 'expired';
}

export interface FaqVersion {
  readonly version: number;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly current: boolean;
  readonly entry: FaqContent;
}

export interface RenderedText {
  readonly answer: string;
  /** One text per bubble. */
  readonly more: readonly string[];
  readonly doubtful: string | null;
  /** How easily it reads; null where it can't be rendered. */
  readonly readability: Readability | null;
}

export interface Readability {
  readonly sentences: number;
  readonly words: number;
  readonly wordsPerSentence: number;
  /** 0 to 1. */
  readonly hardShare: number;
  readonly hardWords: readonly string[];
}

export interface Finding {
  readonly field: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export interface FaqPreview {
  readonly preview: { readonly vi: RenderedText; readonly en: RenderedText };
  readonly findings: readonly Finding[];
}

export interface FaqMatch {
  readonly decision: string;
  readonly topic: string | null;
  readonly candidates: readonly { readonly topic: string; readonly score: number }[];
  readonly why: {
    readonly reason: string;
    readonly read: readonly string[];
    readonly concepts: readonly string[];
    readonly right: number;
    readonly about: number;
    readonly thresholds: { readonly right: number; readonly about: number; readonly offer: number };
  };
}

export type Role = 'admin' | 'officer';

/** The person signed in. */
export interface SessionAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly mustChangePassword: boolean;
}

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly lastLoginAt: string | null;
  readonly createdAt: string;
}

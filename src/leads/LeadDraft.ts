import type { Product } from '../records/index.js';

/** Everything a lead needs, with the consent without which it may not exist. */
export type LeadDraft = Readonly<{
  product: Product;
  name: string;
  /** Ten digits beginning with 0 (eleven for some landlines). */
  phone: string;
  /** As typed, e.g. `xã Tam Hải`. */
  commune: string;
  province: string;
  callTime: string;
  estimate: LeadEstimate | undefined;
  consent: Readonly<{
    purpose: 'call';
    textVersion: string;
    /** The words that the citizen agreed to. */
    text: string;
    locale: string;
  }>;
}>;

/** The estimate that the officer sees beside the lead. */
export type LeadEstimate = Readonly<{
  reference: string;
  product: 'vsi' | 'hhi';
  summary: readonly string[];
}>;

import type { Product } from '../records/index.js';
import type { ConsentGiven } from './insertConsent.js';

/** Everything a lead needs, with the consent without which it may not exist. */
export type LeadDraft = Readonly<{
  product: Product;
  name: string;
  /** Ten digits beginning with 0 (eleven for some landlines). */
  phone: string;
  /** As the list has it, or as typed where it isn't in the list: `Xã Tam Hải`. */
  commune: string;
  province: string;
  /** Official code of the commune; undefined for a place kept as typed. */
  communeCode?: string | undefined;
  callTime: string;
  estimate: LeadEstimate | undefined;
  /** To being called, and to nothing else. */
  consent: ConsentGiven;
}>;

/** The estimate that the officer sees beside the lead. */
export type LeadEstimate = Readonly<{
  reference: string;
  product: 'vsi' | 'hhi';
  summary: readonly string[];
}>;

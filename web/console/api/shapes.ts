import { isRecord } from '../common/isRecord.js';
import type { ConversationMessage, FaqMatch, FaqPreview, FaqVersion, SessionAccount } from './records.js';

/**
 * Shallow checks of what the own server answers: they catch a wrong address, a proxy's page or an old server,
 * and leave the details to the server's own tests.
 */

export function hasAccount(value: unknown): value is { readonly account: SessionAccount } {
  return isRecord(value) && isRecord(value['account']) && typeof value['account']['role'] === 'string';
}

export function hasPhone(value: unknown): value is { readonly phone: string } {
  return isRecord(value) && typeof value['phone'] === 'string';
}

export function hasMessages(value: unknown): value is { readonly messages: readonly ConversationMessage[] } {
  return isRecord(value) && Array.isArray(value['messages']);
}

export function isFaqPreview(value: unknown): value is FaqPreview {
  return isRecord(value) && isRecord(value['preview']) && Array.isArray(value['findings']);
}

export function isFaqMatch(value: unknown): value is FaqMatch {
  return (
    isRecord(value) &&
    typeof value['decision'] === 'string' &&
    Array.isArray(value['candidates']) &&
    isRecord(value['why']) &&
    isRecord(value['why']['thresholds'])
  );
}

export function isFaqVersions(value: unknown): value is readonly FaqVersion[] {
  return Array.isArray(value) && value.every((item) => isRecord(item) && isRecord(item['entry']));
}

export function hasOneTimePassword(value: unknown): value is { readonly oneTimePassword: string } {
  return isRecord(value) && typeof value['oneTimePassword'] === 'string';
}

/** Any record of a list or detail: an object with an id. */
export function isRecordOf<T extends { id: string | number }>(value: unknown): value is T {
  return isRecord(value) && (typeof value['id'] === 'string' || typeof value['id'] === 'number');
}

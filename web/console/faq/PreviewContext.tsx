import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, type JSX, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { FaqContent, FaqEntry, FaqPreview, Finding } from '../api/records.js';
import { toFailure } from '../api/ApiFailure.js';
import { requestShape } from '../api/request.js';
import { isFaqPreview } from '../api/shapes.js';
import { useDebounced } from '../common/useDebounced.js';
import { useGuarded } from '../common/useGuarded.js';
import { toFaqContent } from './faqContent.js';

/** Undefined while the first is on the way; `preview` is undefined for an entry that lacks something. */
type PreviewResult = Partial<Pick<FaqPreview, 'preview'>> & Pick<FaqPreview, 'findings'>;

interface PreviewState {
  readonly result: PreviewResult | undefined;
  readonly findings: readonly Finding[];
  readonly error: unknown;
  readonly retry: () => void;
}

/** Findings of a save that was turned down, and the content they are about. */
export interface Refusal {
  readonly content: FaqContent;
  readonly findings: readonly Finding[];
}

const PreviewContext = createContext<PreviewState>({
  result: undefined,
  findings: [],
  error: null,
  retry: () => undefined,
});

/**
 * Has the server render and check what the form holds, 600 ms after the last change. `refused` is what the last save
 * was turned down for; it stands until the content changes.
 */
export function PreviewProvider(props: {
  readonly entry: FaqEntry;
  readonly refused: Refusal | undefined;
  readonly children: ReactNode;
}): JSX.Element {
  const { entry, refused, children } = props;
  const guarded = useGuarded();
  const values: unknown = useWatch();
  const content = toFaqContent(values);
  const asked = useDebounced(JSON.stringify({ id: entry.id, product: entry.product, ...content }), 600);
  const stands = refused !== undefined && JSON.stringify(refused.content) === JSON.stringify(content);
  const { data, error, refetch } = useQuery({
    queryKey: ['faq-entries', 'preview', asked],
    queryFn: ({ signal }) => guarded(askPreview(parseJson(asked), signal)),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });
  const state = useMemo<PreviewState>(
    () => ({
      result: data,
      findings: uniqueFindings([...(data?.findings ?? []), ...(stands ? refused.findings : [])]),
      error,
      retry: () => void refetch(),
    }),
    [data, refused, stands, error, refetch],
  );
  return <PreviewContext value={state}>{children}</PreviewContext>;
}

export function usePreview(): PreviewState {
  return useContext(PreviewContext);
}

/** The findings of one field of the form; those of a list's item belong to the list. */
export function useFindings(field: string): readonly Finding[] {
  return findingsOf(usePreview().findings, field);
}

export function findingsOf(findings: readonly Finding[], field: string): readonly Finding[] {
  return findings.filter((finding) => finding.field === field || finding.field.startsWith(`${field}.`));
}

function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.field}\n${finding.message}`, finding])).values()];
}

/** What is missing or malformed is told by the server as a bad request; here it is a finding like any other. */
async function askPreview(entry: unknown, signal: AbortSignal): Promise<PreviewResult> {
  try {
    return await requestShape('/faq-entries/preview', isFaqPreview, {
      method: 'POST',
      body: { entry },
      signal,
    });
  } catch (error) {
    const { status, fields } = toFailure(error);
    if (status !== 400 || fields.length === 0) throw error;
    const findings = fields.map(({ field, message }) => ({
      field: field.replace(/^entry\./, ''),
      message,
      severity: 'error' as const,
    }));
    return { findings };
  }
}

function parseJson(json: string): unknown {
  return JSON.parse(json);
}

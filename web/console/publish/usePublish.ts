import { useCallback, useState } from 'react';
import { toFailure } from '../api/ApiFailure.js';
import { request, requestShape, type RequestOptions } from '../api/request.js';
import { useGuarded } from '../common/useGuarded.js';
import { isChangePreview, type ChangePreview, type TableFinding } from './records.js';

/** A change on its way: where it goes and on which version it is based. */
export interface Publication {
  readonly path: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly body: unknown;
  readonly version: number | undefined;
}

/** What came of a check: the preview is on the screen, fields are wrong, another was faster, or no answer came. */
export type CheckResult =
  | { readonly status: 'checked' }
  | { readonly status: 'refused'; readonly findings: readonly TableFinding[] }
  | { readonly status: 'stale' }
  | { readonly status: 'failed'; readonly error: unknown };

/** The same for publishing, with what the server answered. */
export type PublishResult =
  | { readonly status: 'published'; readonly record: unknown }
  | Exclude<CheckResult, { readonly status: 'checked' }>;

/** Checks a change without saving it, keeps its preview, and publishes exactly what was checked. */
export function usePublish(): {
  readonly preview: ChangePreview | undefined;
  readonly checking: boolean;
  readonly publishing: boolean;
  readonly check: (publication: Publication) => Promise<CheckResult>;
  readonly publish: () => Promise<PublishResult>;
  readonly close: () => void;
} {
  const guarded = useGuarded();
  const [checked, setChecked] = useState<{
    readonly publication: Publication;
    readonly preview: ChangePreview;
  }>();
  const [busy, setBusy] = useState<'checking' | 'publishing'>();

  const check = useCallback(
    async (publication: Publication): Promise<CheckResult> => {
      setBusy('checking');
      try {
        const options = { ...toOptions(publication), query: { dryRun: true } };
        const preview = await guarded(requestShape(publication.path, isChangePreview, options));
        setChecked({ publication, preview });
        return { status: 'checked' };
      } catch (error) {
        return explain(error);
      } finally {
        setBusy(undefined);
      }
    },
    [guarded],
  );

  const publish = useCallback(async (): Promise<PublishResult> => {
    if (checked === undefined) throw new Error('Nothing was checked.');
    setBusy('publishing');
    try {
      const { publication } = checked;
      const { body } = await guarded(request(publication.path, toOptions(publication)));
      setChecked(undefined);
      return { status: 'published', record: body };
    } catch (error) {
      const result = explain(error);
      // Without an answer the preview stays, and publishing can be tried again.
      if (result.status !== 'failed') setChecked(undefined);
      return result;
    } finally {
      setBusy(undefined);
    }
  }, [checked, guarded]);

  return {
    preview: checked?.preview,
    checking: busy === 'checking',
    publishing: busy === 'publishing',
    check,
    publish,
    close: useCallback(() => setChecked(undefined), []),
  };
}

function toOptions({ method, body, version }: Publication): RequestOptions {
  return { method, body, version };
}

function explain(error: unknown): Exclude<CheckResult, { readonly status: 'checked' }> {
  const { status, fields } = toFailure(error);
  if (status === 412) return { status: 'stale' };
  if (status === 422 && fields.length > 0) return { status: 'refused', findings: fields };
  return { status: 'failed', error };
}

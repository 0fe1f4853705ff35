import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useParams } from 'react-router';
import { pathOf } from '../api/dataProvider.js';
import { requestShape } from '../api/request.js';
import { isRecordOf } from '../api/shapes.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { PageHeading } from '../common/PageHeading.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';
import { PlaceEditor } from './PlaceEditor.js';
import type { Place } from './records.js';

/** One office or collection point. */
export function PlacePage(): JSX.Element {
  const words = useWords();
  const guarded = useGuarded();
  const { id = '' } = useParams();
  // The list's copy may be old, and one that came later would undo what was typed: the form begins with what the server has now.
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    queryKey: ['places', 'detail', id],
    queryFn: ({ signal }) => guarded(requestShape(pathOf('places', id), isRecordOf<Place>, { signal })),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const back = { to: '/places', label: words('places.back') };
  if (data === undefined || !isFetchedAfterMount) {
    return (
      <>
        <PageHeading title={words('places.title')} back={back} />
        {error === null ? <PageLoading /> : <FailureAlert error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <>
      <PageHeading title={data.name} back={back} />
      <PlaceEditor
        key={data.id}
        place={data}
        onReload={async () => {
          await refetch();
        }}
      />
    </>
  );
}

/** A new office or collection point. */
export function PlaceCreate(): JSX.Element {
  const words = useWords();
  return (
    <>
      <PageHeading title={words('places.addTitle')} back={{ to: '/places', label: words('places.back') }} />
      <PlaceEditor place={undefined} onReload={nothing} />
    </>
  );
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { ShowBase, useShowContext } from 'react-admin';
import type { Lead, LeadDetail } from '../api/records.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { PageHeading } from '../common/PageHeading.js';
import { useHasSideColumn } from '../common/useIsWide.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';
import { ConsentSection } from './ConsentSection.js';
import { ConversationSection } from './ConversationSection.js';
import { EstimateSection } from './EstimateSection.js';
import { LeadHeader } from './LeadHeader.js';
import { nameOf } from './nameOf.js';
import { StatusPanel } from './StatusPanel.js';
import { TimelineSection } from './TimelineSection.js';

/** One lead: who, call, outcome, and everything known. Looks for changes by others once a minute. */
export function LeadPage(): JSX.Element {
  return (
    <ShowBase<Lead> queryOptions={{ refetchInterval: 60_000, onError: () => undefined }}>
      <LeadView />
    </ShowBase>
  );
}

function LeadView(): JSX.Element {
  const words = useWords();
  const { record, error, refetch } = useShowContext<Lead>();
  const twoColumns = useHasSideColumn();
  const reload = async (): Promise<void> => {
    await refetch();
  };
  const heading = (
    <PageHeading
      title={record === undefined ? words('leads.title') : nameOf(record, words)}
      back={{ to: '/leads', label: words('lead.back') }}
    />
  );
  const failure = error == null ? null : <FailureAlert error={error} onRetry={() => void reload()} />;
  // The list hands over what it knows of the lead; the rest is on the way.
  if (record === undefined || !isDetail(record)) {
    return (
      <>
        {heading}
        {failure ?? <PageLoading />}
      </>
    );
  }
  const outcome = <StatusPanel key={record.id} lead={record} onReload={reload} />;
  return (
    <>
      {heading}
      {failure}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: twoColumns ? 'minmax(0, 1fr) 420px' : 'minmax(0, 1fr)',
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <LeadHeader lead={record} onPhoneViewed={() => void reload()} />
          {twoColumns ? null : outcome}
          <EstimateSection estimate={record.estimate} />
          <TimelineSection lead={record} />
          <ConversationSection leadId={record.id} />
          <ConsentSection consents={record.consents} />
        </Box>
        {twoColumns ? <Box sx={{ position: 'sticky', top: 80 }}>{outcome}</Box> : null}
      </Box>
    </>
  );
}

function isDetail(lead: Lead): lead is LeadDetail {
  return 'events' in lead && 'allowedStatuses' in lead;
}

import Typography from '@mui/material/Typography';
import type { JSX, ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { PageHeading } from './PageHeading.js';

/** What stands on top of the list around: its title with how many rows there are, buttons beside it, what it is for. */
export function ListHeading(props: {
  readonly title: string;
  readonly help?: string;
  readonly aside?: ReactNode;
}): JSX.Element {
  const { title, help, aside } = props;
  const { total } = useListContext();
  return (
    <>
      <PageHeading title={total === undefined ? title : `${title} (${total})`} aside={aside} />
      {help === undefined ? null : (
        <Typography color="textSecondary" sx={{ mb: 2, maxWidth: 760 }}>
          {help}
        </Typography>
      )}
    </>
  );
}

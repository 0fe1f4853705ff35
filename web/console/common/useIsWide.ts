import useMediaQuery from '@mui/material/useMediaQuery';

/** Room for a table (900 px). Read synchronously, so that a phone never draws the table first. */
export function useIsWide(): boolean {
  return useMediaQuery('(min-width: 900px)', { noSsr: true });
}

/** Room for two columns beside each other (1100 px). */
export function useHasSideColumn(): boolean {
  return useMediaQuery('(min-width: 1100px)', { noSsr: true });
}

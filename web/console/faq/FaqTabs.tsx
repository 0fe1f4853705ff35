import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { JSX } from 'react';
import { useWords } from '../common/useWords.js';
import { formTabs, tabFields, type FormTab } from './formTabs.js';
import { findingsOf, usePreview } from './PreviewContext.js';

export type FaqTab = FormTab | 'preview' | 'history';

/** The row of tabs; a tab with something to correct says so. */
export function FaqTabs(props: {
  readonly value: FaqTab;
  readonly onChange: (tab: FaqTab) => void;
  readonly withPreview: boolean;
  readonly broken: readonly FormTab[];
}): JSX.Element {
  const { value, onChange, withPreview, broken } = props;
  const words = useWords();
  const { findings } = usePreview();
  const isWrong = (tab: FormTab): boolean =>
    broken.includes(tab) ||
    tabFields[tab].some((field) => findingsOf(findings, field).some(({ severity }) => severity === 'error'));
  const tabs: readonly FaqTab[] = [...formTabs, ...(withPreview ? (['preview'] as const) : []), 'history'];
  return (
    <Tabs
      value={value}
      onChange={(_event, chosen: unknown) => onChange(tabs.find((tab) => tab === chosen) ?? 'vi')}
      variant="scrollable"
      scrollButtons={false}
      aria-label={words('entry.tabs')}
      sx={{ borderBottom: '1px solid', borderColor: 'divider' }}
    >
      {tabs.map((tab) => {
        const wrong = tab !== 'preview' && tab !== 'history' && isWrong(tab);
        const label = words(`entry.tab.${tab}`);
        return (
          <Tab
            key={tab}
            value={tab}
            id={`tab-${tab}`}
            aria-controls={`panel-${tab}`}
            label={label}
            {...(wrong
              ? {
                  icon: <ErrorIcon color="error" />,
                  iconPosition: 'end',
                  'aria-label': `${label}, ${words('entry.tabHasError')}`,
                }
              : {})}
          />
        );
      })}
    </Tabs>
  );
}

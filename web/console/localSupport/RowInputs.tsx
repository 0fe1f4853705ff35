import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { useWatch } from 'react-hook-form';
import { Section } from '../common/Section.js';
import { useWords } from '../common/useWords.js';
import { FieldInput } from '../publish/FieldInput.js';
import { CheckInput } from '../publish/CheckInput.js';
import { ChoiceInput } from '../publish/ChoiceInput.js';
import { provinceChoices, provinceName } from '../publish/provinces.js';
import { GroupsInput } from './GroupsInput.js';
import { LimitInputs } from './LimitInputs.js';

/** The fields of a row: where, for whom, how much, when, on what basis, and what has to be said with it. */
export function RowInputs(): JSX.Element {
  const words = useWords();
  const unknown: unknown = useWatch({ name: 'percentUnknown' });
  const scheme: unknown = useWatch({ name: 'scheme' });
  return (
    <>
      <Section title={words('localSupport.who')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Box sx={columns}>
            <ChoiceInput
              source="scheme"
              label={words('localSupport.scheme')}
              options={['vsi', 'hhi'].map((value) => ({ value, label: words(`products.${value}`) }))}
            />
            <ProvinceInput />
          </Box>
          <GroupsInput />
        </Box>
      </Section>
      {scheme === 'hhi' ? <LimitInputs /> : null}
      <Section title={words('localSupport.howMuch')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Box sx={columns}>
            <FieldInput
              source="percent"
              label={words('localSupport.percent')}
              help={words('localSupport.percentHelp')}
              numeric
              disabled={unknown === true}
            />
            <CheckInput source="percentUnknown" label={words('localSupport.percentUnknown')} />
            <FieldInput source="from" label={words('parameters.from')} type="date" />
            <FieldInput
              source="to"
              label={words('parameters.to')}
              type="date"
              help={words('parameters.toHelp')}
            />
          </Box>
        </Box>
      </Section>
      <Section title={words('entry.basis')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <FieldInput source="basis.document" label={words('entry.document')} />
          <Box sx={columns}>
            <FieldInput source="basis.article" label={words('entry.article')} />
            <FieldInput source="basis.clause" label={words('entry.clause')} />
          </Box>
          <FieldInput source="basis.link" label={words('parameters.link')} />
          <FieldInput source="reviewedOn" label={words('parameters.reviewedOn')} type="date" />
        </Box>
      </Section>
      <Section title={words('localSupport.said')}>
        <Box sx={columns}>
          <FieldInput source="condition.vi" label={words('localSupport.conditionVi')} lang="vi" rows={2} />
          <FieldInput source="condition.en" label={words('localSupport.conditionEn')} lang="en" rows={2} />
          <FieldInput source="doubtful.vi" label={words('localSupport.doubtfulVi')} lang="vi" rows={2} />
          <FieldInput source="doubtful.en" label={words('localSupport.doubtfulEn')} lang="en" rows={2} />
        </Box>
      </Section>
    </>
  );
}

function ProvinceInput(): JSX.Element {
  const words = useWords();
  const held: unknown = useWatch({ name: 'province' });
  const known = provinceChoices.some(({ value }) => value === held);
  const former =
    typeof held !== 'string' || held === '' || known ? [] : [{ value: held, label: provinceName(held) }];
  return (
    <ChoiceInput
      source="province"
      label={words('localSupport.province')}
      options={[{ value: '', label: words('localSupport.choose') }, ...former, ...provinceChoices]}
    />
  );
}

const columns = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
} as const;

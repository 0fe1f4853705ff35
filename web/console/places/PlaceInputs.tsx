import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { Section } from '../common/Section.js';
import { useWords } from '../common/useWords.js';
import { ChoiceInput } from '../publish/ChoiceInput.js';
import { FieldInput } from '../publish/FieldInput.js';
import { CommunesInput } from './CommunesInput.js';
import { placeKinds } from './records.js';

/** The fields of a place: what it is, whom it serves, how it is reached, where it lies. */
export function PlaceInputs(): JSX.Element {
  const words = useWords();
  return (
    <>
      <Section title={words('places.what')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Box sx={columns}>
            <ChoiceInput
              source="kind"
              label={words('places.kind')}
              options={placeKinds.map((value) => ({ value, label: words(`places.kinds.${value}`) }))}
            />
            <FieldInput source="name" label={words('places.name')} help={words('places.nameHelp')} />
          </Box>
          <FieldInput source="address" label={words('places.address')} help={words('places.addressHelp')} />
        </Box>
      </Section>
      <Section title={words('places.serves')}>
        <CommunesInput />
      </Section>
      <Section title={words('places.reach')}>
        <Box sx={columns}>
          <FieldInput
            source="phone"
            label={words('places.phone')}
            type="tel"
            help={words('places.optional')}
          />
          <FieldInput source="hours" label={words('places.hours')} help={words('places.hoursHelp')} />
          <FieldInput
            source="checkedOn"
            label={words('places.checkedOn')}
            type="date"
            help={words('places.checkedOnHelp')}
          />
        </Box>
      </Section>
      <Section title={words('places.map')}>
        <Box sx={columns}>
          <FieldInput
            source="latitude"
            label={words('places.latitude')}
            help={words('places.latitudeHelp')}
            numeric
          />
          <FieldInput
            source="longitude"
            label={words('places.longitude')}
            help={words('places.longitudeHelp')}
            numeric
          />
        </Box>
      </Section>
    </>
  );
}

const columns = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
} as const;

import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import type { Station } from '../../../shared/station/station.ts';
import { ContactsOf } from '../../desk/parts/contacts/ContactsOf.tsx';
import { useNow } from '../../desk/use-now.ts';
import { AmenityFields } from './Amenities.tsx';
import { Build } from './Build.tsx';
import { HoursFields } from './hours/HoursFields.tsx';
import { Identity } from './Identity.tsx';
import { Photos } from './Photos.tsx';
import { FormSection } from './parts/Section.tsx';
import { Place } from './place/Place.tsx';
import type { SectionProps } from './props.ts';
import { WayIn } from './WayIn.tsx';

/** Every section in its order. `station`: what is stored, null while nothing is. */
export function AllSections({ form, change, station }: SectionProps & { station: Station | null }) {
  const today = dateText(dayOf(useNow()));
  const common = { form, change };
  return (
    <>
      <Identity {...common} />
      <Place {...common} />
      <Build {...common} />
      <AmenityFields {...common} today={today} />
      <HoursFields {...common} before={station?.hours ?? null} />
      <WayIn {...common} />
      <Photos {...common} station={station?.id ?? null} />
      <FormSection
        id="contacts"
        title="联系人"
        note="只有管这个站点的工会看得到，看一次记一次。不写在这张表里，单独存。"
      >
        {station === null ? (
          <p>先存草稿或提交，再到站点页登记联系人：姓名和手机不留在这台机器的草稿里。</p>
        ) : (
          <ContactsOf id={station.id} />
        )}
      </FormSection>
    </>
  );
}

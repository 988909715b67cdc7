import { Input } from 'antd';
import { ACCESS_MODES, ENTRANTS } from '../../../shared/station/station.ts';
import { ACCESS_WORDS, ENTRANT_WORDS } from '../../../shared/words/station.ts';
import { OneOf, optionsOf, SomeOf } from '../../desk/parts/Chips.tsx';
import { Field, FieldGroup } from './parts/Field.tsx';
import { FormSection, Row } from './parts/Section.tsx';
import type { SectionProps } from './props.ts';

const APP = [
  { value: 'no', word: '不用装' },
  { value: 'yes', word: '要装' },
  { value: 'unknown', word: '不清楚' },
] as const;
const FREE = [
  { value: 'yes', word: '免费' },
  { value: 'no', word: '要收费' },
  { value: 'unknown', word: '不清楚' },
] as const;
type Said = 'yes' | 'no' | 'unknown';

function saidOf(value: boolean | null): Said {
  if (value === null) return 'unknown';
  return value ? 'yes' : 'no';
}

function meantBy(said: Said): boolean | null {
  return said === 'unknown' ? null : said === 'yes';
}

/** 怎么进: what answers 找不到 and 不敢进. */
export function WayIn({ form, change }: SectionProps) {
  const { access } = form;
  const put = (part: Partial<typeof access>) => change({ access: { ...access, ...part } });
  return (
    <FormSection id="access" title="怎么进" note="劳动者最怕找不到门、不敢推门，这里写清楚最管用。">
      <FieldGroup path="access.modes" label="进门方式" hint="可以选几样。">
        <SomeOf
          label="进门方式"
          options={optionsOf(ACCESS_MODES, ACCESS_WORDS)}
          values={access.modes}
          onChange={(modes) => put({ modes })}
        />
      </FieldGroup>
      <AppAndFee form={form} change={change} />
      <FieldGroup path="access.whoMayEnter" label="谁能进" hint="选了“谁都能进”，就不用再选别的。">
        <SomeOf
          label="谁能进"
          options={optionsOf(ENTRANTS, ENTRANT_WORDS)}
          values={access.whoMayEnter}
          onChange={(whoMayEnter) =>
            put({
              whoMayEnter:
                whoMayEnter.includes('anyone') && !access.whoMayEnter.includes('anyone') ? ['anyone'] : whoMayEnter,
            })
          }
        />
      </FieldGroup>
      <Field path="publicPhone" label="公开电话" hint="劳动者能直接打的座机或热线，不填个人手机。">
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={40}
            value={form.publicPhone}
            onChange={(event) => change({ publicPhone: event.target.value })}
          />
        )}
      </Field>
    </FormSection>
  );
}

function AppAndFee({ form, change }: SectionProps) {
  const { access } = form;
  const put = (part: Partial<typeof access>) => change({ access: { ...access, ...part } });
  return (
    <>
      <Row>
        <FieldGroup path="access.needsApp" label="要不要装应用">
          <OneOf
            label="要不要装应用"
            options={APP}
            value={saidOf(access.needsApp)}
            onChange={(said) => put({ needsApp: meantBy(said) })}
          />
        </FieldGroup>
        <FieldGroup path="access.free" label="是否免费">
          <OneOf
            label="是否免费"
            options={FREE}
            value={saidOf(access.free)}
            onChange={(said) => put({ free: meantBy(said) })}
          />
        </FieldGroup>
      </Row>
      {access.free === false && (
        <Field path="access.feeNote" label="收费说明" hint="收什么钱、多少。">
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={100}
              value={access.feeNote ?? ''}
              onChange={(event) => put({ feeNote: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

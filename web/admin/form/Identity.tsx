import { Input } from 'antd';
import { KINDS } from '../../../shared/station/station.ts';
import { KIND_WORDS } from '../../../shared/words/station.ts';
import { OneOf, optionsOf } from '../../desk/parts/Chips.tsx';
import { Field, FieldGroup } from './parts/Field.tsx';
import { FormSection, Row } from './parts/Section.tsx';
import type { SectionProps } from './props.ts';

const BRANDS = ['爱心驿站', '暖心驿站', '爱心接力站', '劳动者港湾', '司机之家', '户外劳动者服务站点'];

/** 身份: what it is called, and what it is. */
export function Identity({ form, change }: SectionProps) {
  return (
    <FormSection id="identity" title="身份">
      <Row>
        <Field path="name" label="站点名称" required hint="挂在门口的那个名字，60 个字以内。">
          {(wiring) => (
            <Input
              {...wiring}
              value={form.name}
              maxLength={60}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field path="brand" label="品牌" hint="没有就不填。">
          {(wiring) => (
            <>
              <Input
                {...wiring}
                value={form.brand}
                maxLength={40}
                list={`${wiring.id}-brands`}
                onChange={(event) => change({ brand: event.target.value })}
              />
              <datalist id={`${wiring.id}-brands`}>
                {BRANDS.map((brand) => (
                  <option key={brand} value={brand} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      </Row>
      <FieldGroup path="kind" label="站点种类" required>
        <OneOf
          label="站点种类"
          options={optionsOf(KINDS, KIND_WORDS)}
          value={form.kind}
          onChange={(kind) => change({ kind })}
        />
      </FieldGroup>
      {form.kind === 'temporary-lodging' && <Lodging form={form} change={change} />}
      <Row>
        <Field path="aliases" label="别名" hint="大家还怎么叫它，一行一个，能搜到。">
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={2}
              value={form.aliases}
              onChange={(event) => change({ aliases: event.target.value })}
            />
          )}
        </Field>
        <Field path="federationCode" label="全总编码" hint="全总发过编码的才填。">
          {(wiring) => (
            <Input
              {...wiring}
              value={form.federationCode}
              maxLength={64}
              onChange={(event) => change({ federationCode: event.target.value })}
            />
          )}
        </Field>
      </Row>
    </FormSection>
  );
}

function Lodging({ form, change }: SectionProps) {
  const { lodging } = form;
  const put = (part: Partial<typeof lodging>) => change({ lodging: { ...lodging, ...part } });
  return (
    <Row>
      <Field path="lodging.startsOn" label="从哪天开始" required>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={lodging.startsOn}
            onChange={(event) => put({ startsOn: event.target.value })}
          />
        )}
      </Field>
      <Field path="lodging.endsOn" label="到哪天为止" required hint="到期后提醒办结束，不会自己退出。">
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={lodging.endsOn}
            onChange={(event) => put({ endsOn: event.target.value })}
          />
        )}
      </Field>
      <Field path="lodging.beds" label="床位数" required>
        {(wiring) => (
          <Input
            {...wiring}
            inputMode="numeric"
            value={lodging.beds}
            onChange={(event) => put({ beds: event.target.value })}
          />
        )}
      </Field>
    </Row>
  );
}

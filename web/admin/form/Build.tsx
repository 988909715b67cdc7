import { Button, Input, Select } from 'antd';
import { isUscc } from '../../../shared/station/decide-facts.ts';
import { BUILDS, HONOUR_LEVELS, HOST_TYPES, OPERATIONS, TIERS } from '../../../shared/station/station.ts';
import {
  BUILD_WORDS,
  HONOUR_WORDS,
  HOST_TYPE_WORDS,
  OPERATION_WORDS,
  TIER_WORDS,
} from '../../../shared/words/station.ts';
import { OneOf, optionsOf } from '../../desk/parts/Chips.tsx';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import css from './build.module.css';
import type { HonourEdit } from './model.ts';
import { Field, FieldGroup } from './parts/Field.tsx';
import { FormSection, Row } from './parts/Section.tsx';
import type { SectionProps } from './props.ts';

const HOSTS = HOST_TYPES.map((value) => ({ value, label: HOST_TYPE_WORDS[value] }));
const STARS = ['0', '1', '2', '3', '4', '5'].map((value) => ({ value, word: value === '0' ? '没评' : `${value} 星` }));

/** 建站和运营: who built it, who runs it, what it was given. */
export function Build({ form, change }: SectionProps) {
  return (
    <FormSection id="build" title="建站和运营">
      <HostFields form={form} change={change} />
      <FieldGroup path="build" label="建设方式">
        <OneOf
          label="建设方式"
          options={optionsOf(BUILDS, BUILD_WORDS)}
          value={form.build}
          onChange={(build) => change({ build })}
        />
      </FieldGroup>
      <FieldGroup path="operation" label="管理方式">
        <OneOf
          label="管理方式"
          options={optionsOf(OPERATIONS, OPERATION_WORDS)}
          value={form.operation}
          onChange={(operation) => change({ operation })}
        />
      </FieldGroup>
      <Row>
        <DateField
          path="contractFrom"
          label="合同开始日期"
          value={form.contractFrom}
          put={(contractFrom) => change({ contractFrom })}
        />
        <DateField
          path="contractTo"
          label="合同结束日期"
          hint="快到期会出现在待办里。"
          value={form.contractTo}
          put={(contractTo) => change({ contractTo })}
        />
        <Field path="area" label="面积（平方米）" hint="不到 5 平方米算微型。">
          {(wiring) => (
            <Input
              {...wiring}
              inputMode="decimal"
              value={form.area}
              onChange={(event) => change({ area: event.target.value })}
            />
          )}
        </Field>
      </Row>
      <Grade form={form} change={change} />
      <Honours form={form} change={change} />
    </FormSection>
  );
}

function Grade({ form, change }: SectionProps) {
  return (
    <>
      <FieldGroup path="tier" label="等级">
        <OneOf
          label="等级"
          options={optionsOf(TIERS, TIER_WORDS)}
          value={form.tier}
          onChange={(tier) => change({ tier })}
        />
      </FieldGroup>
      <FieldGroup path="stars" label="星级">
        <OneOf
          label="星级"
          options={STARS}
          value={`${form.stars}`}
          onChange={(stars) => change({ stars: Number(stars) })}
        />
      </FieldGroup>
      {form.stars > 0 && (
        <Row>
          <DateField path="ratedOn" label="评星日期" value={form.ratedOn} put={(ratedOn) => change({ ratedOn })} />
          <DateField path="validTo" label="有效期到" value={form.validTo} put={(validTo) => change({ validTo })} />
        </Row>
      )}
    </>
  );
}

function HostFields({ form, change }: SectionProps) {
  const code = form.uscc.trim().toUpperCase();
  const isOff = code.length >= 18 && !isUscc(code);
  return (
    <Row>
      <Field path="hostType" label="建站单位类型">
        {({ id, ...aria }) => (
          <Select
            id={id}
            {...aria}
            className={css.select ?? ''}
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            placeholder="选一种"
            options={HOSTS}
            value={form.hostType}
            onChange={(hostType: typeof form.hostType | undefined) => change({ hostType: hostType ?? null })}
          />
        )}
      </Field>
      <Field path="hostName" label="建站单位名称">
        {(wiring) => (
          <Input
            {...wiring}
            value={form.hostName}
            maxLength={100}
            onChange={(event) => change({ hostName: event.target.value })}
          />
        )}
      </Field>
      <Field
        path="uscc"
        label="统一社会信用代码"
        hint={isOff ? <b>这个代码有一位不对，照营业执照再核对一遍。</b> : usccHint(code)}
      >
        {(wiring) => (
          <Input
            {...wiring}
            value={form.uscc}
            maxLength={18}
            onChange={(event) => change({ uscc: event.target.value })}
          />
        )}
      </Field>
    </Row>
  );
}

function usccHint(code: string): string {
  if (code === '') return '18 位，不公开。';
  return code.length === 18 ? '校验位对得上，不公开。' : `已填 ${code.length} 位，共 18 位。`;
}

type DateProps = { path: string; label: string; hint?: string; value: string; put: (text: string) => void };

function DateField({ path, label, hint, value, put }: DateProps) {
  return (
    <Field path={path} label={label} hint={hint}>
      {(wiring) => <Input {...wiring} type="date" value={value} onChange={(event) => put(event.target.value)} />}
    </Field>
  );
}

function Honours({ form, change }: SectionProps) {
  const { honours } = form;
  const put = (at: number, part: Partial<HonourEdit>) =>
    change({ honours: honours.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  const add = () => change({ honours: [...honours, { level: 'city', year: '', document: '' }] });
  return (
    <FieldGroup path="honours" label="荣誉">
      {honours.map((honour, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end and taken out whole
        <div key={i} className={css.honour}>
          <OneOf
            label={`第 ${i + 1} 项荣誉的级别`}
            options={optionsOf(HONOUR_LEVELS, HONOUR_WORDS)}
            value={honour.level}
            onChange={(level) => put(i, { level })}
          />
          <Field path={`honours.${i}.year`} label="年份" required>
            {(wiring) => (
              <Input
                {...wiring}
                inputMode="numeric"
                value={honour.year}
                onChange={(event) => put(i, { year: event.target.value })}
              />
            )}
          </Field>
          <Field path={`honours.${i}.document`} label="文件号">
            {(wiring) => (
              <Input
                {...wiring}
                value={honour.document}
                onChange={(event) => put(i, { document: event.target.value })}
              />
            )}
          </Field>
          <Button
            onClick={() => change({ honours: honours.filter((_, at) => at !== i) })}
            icon={<DeskIcon name="trash" />}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button onClick={add} icon={<DeskIcon name="plus" />}>
        加一项荣誉
      </Button>
    </FieldGroup>
  );
}

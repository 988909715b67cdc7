import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { AMENITIES } from '../../../shared/station/amenity.ts';
import {
  BUILDS,
  HOST_TYPES,
  KINDS,
  OPERATIONS,
  ORIGINS,
  STATUSES,
  TIERS,
  VERIFICATIONS,
} from '../../../shared/station/station.ts';
import { DOUBTS, HOURS_KNOWN } from '../../../shared/wire/list-filter.ts';
import { DOUBT_WORDS, HOURS_KNOWN_WORDS } from '../../../shared/wire/list-words.ts';
import {
  AMENITY_WORDS,
  BUILD_WORDS,
  HOST_TYPE_WORDS,
  KIND_WORDS,
  OPERATION_WORDS,
  ORIGIN_WORDS,
  STATUS_WORDS,
  TIER_WORDS,
  VERIFIED_WORDS,
} from '../../../shared/words/station.ts';
import { useMe } from '../../desk/signed.tsx';
import type { Reply } from '../../platform/ask.ts';
import { type Option, optionsOf } from './options.ts';
import { conditionsOf, type ListQuery, type Query } from './query.ts';
import css from './stations.module.css';

type Props = { list: ListQuery; counts: Reply<'stationCounts'> | undefined; close: () => void };

/** Every condition there is, chosen in peace and then applied together. */
export function MoreFilters({ list, counts, close }: Props) {
  const [draft, setDraft] = useState<Query>(() => conditionsOf(list.query));
  const put = (name: string, value: string) => {
    const { [name]: _before, ...rest } = draft;
    setDraft(value === '' ? rest : { ...rest, [name]: value });
  };
  const apply = () => {
    const { sort, down } = list.query;
    list.replace({ ...draft, ...(sort && { sort }), ...(down && { down }) });
    close();
  };
  const foot = (
    <div className={css.drawerFoot}>
      <Button onClick={() => setDraft({})}>清空</Button>
      <Button type="primary" onClick={apply}>
        看结果
      </Button>
    </div>
  );
  return (
    <Drawer open title="更多条件" size={420} onClose={close} footer={foot}>
      <Form layout="vertical" onFinish={apply}>
        <Words draft={draft} put={put} name="q" label="搜索（名称、拼音、编码、地址）" most={60} />
        <Where draft={draft} put={put} counts={counts} />
        {LISTS.map(({ name, label, options }) => (
          <Form.Item key={name} label={label} htmlFor={`more-${name}`}>
            <Select
              id={`more-${name}`}
              mode="multiple"
              placeholder="不限"
              optionFilterProp="label"
              value={draft[name]?.split(',') ?? []}
              options={options}
              onChange={(next) => put(name, next.join(','))}
            />
          </Form.Item>
        ))}
        <Days draft={draft} put={put} name="older" label="多少天没核实" most={3650} />
        <Days draft={draft} put={put} name="stars" label="至少几星" most={5} />
        <Form.Item label="照片" htmlFor="more-photos">
          <Select
            id="more-photos"
            allowClear
            placeholder="不限"
            value={draft.photos ?? null}
            options={[
              { value: '1', label: '有照片' },
              { value: '0', label: '没有照片' },
            ]}
            onChange={(next: string | null) => put('photos', next ?? '')}
          />
        </Form.Item>
        {/* Enter in a field applies, as in any form. */}
        <button type="submit" hidden />
      </Form>
    </Drawer>
  );
}

const AMENITY_OPTIONS = optionsOf(AMENITIES, AMENITY_WORDS);
const LISTS: readonly { readonly name: string; readonly label: string; readonly options: Option[] }[] = [
  { name: 'status', label: '状态', options: optionsOf(STATUSES, STATUS_WORDS) },
  { name: 'doubt', label: '疑点（有一样就算）', options: optionsOf([...DOUBTS, 'any'], DOUBT_WORDS) },
  { name: 'hours', label: '开放时间', options: optionsOf(HOURS_KNOWN, HOURS_KNOWN_WORDS) },
  { name: 'verified', label: '核实', options: optionsOf(VERIFICATIONS, VERIFIED_WORDS) },
  { name: 'has', label: '有这些设施', options: AMENITY_OPTIONS },
  { name: 'lacks', label: '写明没有', options: AMENITY_OPTIONS },
  { name: 'broken', label: '坏了', options: AMENITY_OPTIONS },
  { name: 'unclear', label: '不清楚有没有', options: AMENITY_OPTIONS },
  { name: 'kind', label: '种类', options: optionsOf(KINDS, KIND_WORDS) },
  { name: 'host', label: '建站单位', options: optionsOf(HOST_TYPES, HOST_TYPE_WORDS) },
  { name: 'build', label: '建设方式', options: optionsOf(BUILDS, BUILD_WORDS) },
  { name: 'operation', label: '管理方式', options: optionsOf(OPERATIONS, OPERATION_WORDS) },
  { name: 'tier', label: '等级', options: optionsOf(TIERS, TIER_WORDS) },
  { name: 'origin', label: '数据来源', options: optionsOf(ORIGINS, ORIGIN_WORDS) },
];

type Put = { draft: Query; put: (name: string, value: string) => void };
type FieldProps = Put & { name: string; label: string; most: number };

function Words({ draft, put, name, label, most }: FieldProps) {
  return (
    <Form.Item label={label} htmlFor={`more-${name}`}>
      <Input
        id={`more-${name}`}
        allowClear
        maxLength={most}
        value={draft[name] ?? ''}
        onChange={({ target }) => put(name, target.value)}
      />
    </Form.Item>
  );
}

function Days({ draft, put, name, label, most }: FieldProps) {
  return (
    <Form.Item label={label} htmlFor={`more-${name}`}>
      <InputNumber
        id={`more-${name}`}
        min={1}
        max={most}
        precision={0}
        placeholder="不限"
        value={draft[name] === undefined ? null : Number(draft[name])}
        onChange={(value) => put(name, value === null ? '' : String(value))}
      />
    </Form.Item>
  );
}

/** Where: a region below the own one, a town, or an own union; brands as the branch has them. */
function Where({ draft, put, counts }: Put & { counts: Reply<'stationCounts'> | undefined }) {
  const { union } = useMe();
  const one = (name: string, label: string, options: Option[]) =>
    options.length > 0 && (
      <Form.Item key={name} label={label} htmlFor={`more-${name}`}>
        <Select
          id={`more-${name}`}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="不限"
          value={draft[name] ?? null}
          options={options}
          onChange={(next: string | null) => put(name, next ?? '')}
        />
      </Form.Item>
    );
  const named = (counted: readonly { readonly name: string; readonly count: number }[] = []) =>
    counted.map(({ name, count }) => ({ value: name, label: `${name} ${count}` }));
  const byId = (counted: readonly { readonly id: string; readonly name: string; readonly count: number }[] = []) =>
    counted.map(({ id, name, count }) => ({ value: id, label: `${name} ${count}` }));
  return (
    <>
      {one('union', `主管工会（${union.name}以下）`, byId(counts?.unions))}
      {one('region', '区划', byId(counts?.regions))}
      {one('town', '乡镇街道', named(counts?.towns))}
      {one('brand', '品牌', named(counts?.brands))}
    </>
  );
}

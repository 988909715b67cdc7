import { Button, Select } from 'antd';
import { useState } from 'react';
import { AMENITIES } from '../../../shared/station/amenity.ts';
import { HOST_TYPES, STATUSES, VERIFICATIONS } from '../../../shared/station/station.ts';
import type { ListColumn } from '../../../shared/wire/list-columns.ts';
import { conditionWords } from '../../../shared/wire/list-words.ts';
import { AMENITY_WORDS, HOST_TYPE_WORDS, STATUS_WORDS, VERIFIED_WORDS } from '../../../shared/words/station.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import type { Reply } from '../../platform/ask.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { MoreFilters } from './MoreFilters.tsx';
import { type Option, optionsOf } from './options.ts';
import { conditionsOf, filterOf, type ListQuery } from './query.ts';
import css from './stations.module.css';

type Counts = Reply<'stationCounts'> | undefined;
type Props = { list: ListQuery; counts: Counts; columns: readonly ListColumn[] };

/** The conditions asked for most; all others are one step away. What holds is said in words below. */
export function FilterBar({ list, counts, columns }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <fieldset className={css.filters} aria-label="筛选">
        <Many list={list} name="status" title="状态" options={optionsOf(STATUSES, STATUS_WORDS)} />
        <WhereSelect list={list} counts={counts} />
        <Many list={list} name="host" title="建站单位" isWide options={optionsOf(HOST_TYPES, HOST_TYPE_WORDS)} />
        <Many list={list} name="has" title="设施" options={optionsOf(AMENITIES, AMENITY_WORDS)} />
        <Many list={list} name="verified" title="核实" options={optionsOf(VERIFICATIONS, VERIFIED_WORDS)} />
        <Button type="link" onClick={() => setOpen(true)}>
          更多条件
        </Button>
        <span className={css.spring} />
        <SortSelect list={list} />
        <ColumnMenu list={list} columns={columns} />
        <Button
          icon={<DeskIcon name="map" />}
          aria-pressed={list.query.map !== undefined}
          onClick={() => list.change({ map: list.query.map === undefined ? '1' : undefined })}
        >
          {list.query.map === undefined ? '地图' : '收起地图'}
        </Button>
      </fieldset>
      <Holding list={list} counts={counts} />
      {isOpen && <MoreFilters list={list} counts={counts} close={() => setOpen(false)} />}
    </>
  );
}

type ManyProps = { list: ListQuery; name: string; title: string; options: Option[]; isWide?: boolean };

/** Any of several; none chosen = no matter. */
function Many({ list, name, title, options, isWide = false }: ManyProps) {
  const value = list.query[name]?.split(',') ?? [];
  return (
    <Select
      className={`${css.select} ${css.quick} ${isWide ? css.wide : ''}`}
      mode="multiple"
      aria-label={title}
      prefix={`${title}：`}
      placeholder="不限"
      value={value}
      options={options}
      optionFilterProp="label"
      maxTagCount={1}
      maxTagPlaceholder={(left) => `等 ${left.length + 1} 项`}
      popupMatchSelectWidth={false}
      onChange={(next) => list.change({ [name]: next.join(',') })}
    />
  );
}

/** Towns where the branch has few enough to choose from, else the regions below. */
function WhereSelect({ list, counts }: { list: ListQuery; counts: Counts }) {
  const towns = (counts?.towns ?? []).map(({ name, count }) => ({
    value: name,
    label: `${name} ${numberText(count)}`,
  }));
  const regions = (counts?.regions ?? []).map(({ id, name, count }) => ({
    value: id,
    label: `${name} ${numberText(count)}`,
  }));
  const byTown = regions.length < 2 && towns.length > 0;
  const name = byTown ? 'town' : 'region';
  if (!byTown && regions.length < 2) return null;
  return (
    <Select
      className={css.select ?? ''}
      aria-label={byTown ? '镇街' : '区划'}
      prefix={byTown ? '镇街：' : '区划：'}
      placeholder="全部"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={list.query[name] ?? null}
      options={byTown ? towns : regions}
      onChange={(next: string | null) => list.change({ [name]: next ?? undefined })}
    />
  );
}

const ORDERS: readonly (Option & { readonly sort: string; readonly down?: string })[] = [
  { value: 'code', label: '编码', sort: 'code' },
  { value: 'name', label: '名称', sort: 'name' },
  { value: 'changed', label: '最近变更', sort: 'changed' },
  { value: 'changed-down', label: '最久没变更', sort: 'changed', down: '1' },
  { value: 'due', label: '期限近的', sort: 'due' },
];

function SortSelect({ list }: { list: ListQuery }) {
  const { sort = 'code', down } = list.query;
  const change = (value: string) => {
    const order = ORDERS.find((one) => one.value === value);
    list.change({ sort: order?.sort === 'code' ? undefined : order?.sort, down: order?.down });
  };
  return (
    <Select
      className={css.select ?? ''}
      aria-label="排序"
      prefix="排序："
      value={down === '1' ? `${sort}-down` : sort}
      options={ORDERS.map(({ value, label }) => ({ value, label }))}
      popupMatchSelectWidth={false}
      onChange={change}
    />
  );
}

/** All conditions in words, so that nothing filters unseen. */
function Holding({ list, counts }: { list: ListQuery; counts: Counts }) {
  const filter = filterOf(list.query);
  if (Object.keys(conditionsOf(list.query)).length === 0) return null;
  const names = {
    union: (id: string) => counts?.unions.find((one) => one.id === id)?.name ?? id,
    region: (code: string) => counts?.regions.find(({ id }) => id === code)?.name ?? code,
  };
  const said = filter === null ? ['地址里的条件看不懂'] : conditionWords(filter, names);
  return (
    <p className={css.holding}>
      <span>{said.join('；')}</span>
      <Button type="link" size="small" onClick={() => list.replace({})}>
        清空条件
      </Button>
    </p>
  );
}

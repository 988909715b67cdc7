import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useAnswer } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';

export type StationName = Reply<'accountStations'>['stations'][number];

type Props = {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  union: string | undefined;
  /** Stations that are chosen already, with their names. */
  known: readonly StationName[];
};

/** Stations of a union's branch, found by name or code; a field of a form. */
export function StationPick({ id, value, onChange, union, known }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly StationName[]>(known);
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useAnswer('accountStations', { query: { q, ...(union !== undefined && { union }) } });
  const found = data?.stations ?? [];
  const held = chosen.filter((one) => value?.includes(one.id) && !found.some((other) => other.id === one.id));
  const change = (ids: string[]) => {
    setChosen([...found, ...chosen].filter((one) => ids.includes(one.id)));
    onChange?.(ids);
  };
  return (
    <Select
      mode="multiple"
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      onChange={change}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入站点名称或编码"
      options={[...held, ...found].map((one) => ({ value: one.id, label: labelOf(one) }))}
      loading={isFetching}
      notFoundContent={isFetching ? '正在找' : '这个工会和下级没有这样的站点'}
    />
  );
}

function labelOf({ name, code }: StationName): string {
  return code === null
    ? `${name}（还没有编码）`
    : `${name} ${code.slice(0, 6)} ${code.slice(6, 7)} ${code.slice(7, 13)} ${code.slice(13)}`;
}

import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { type StationCode, spacedCode } from '../../../shared/station/code.ts';
import { useAnswer } from '../../desk/use-ask.tsx';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** Name of the station that is chosen already, while the list does not hold it. */
  chosenName?: string | undefined;
  placeholder?: string;
  isFixed?: boolean;
  label?: string;
};

/** A station of the own branch (or one of one's own), found by name, initials or code as in the list of stations. */
export function StationSelect({ id, value, onChange, chosenName, placeholder, isFixed = false, label }: Props) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, isFetching, error } = useAnswer('stationList', { query: { ...(q !== '' && { q }) } });
  const found = (data?.items ?? []).map((one) => ({ value: one.id, label: labelOf(one) }));
  const isListed = value === undefined || found.some((one) => one.value === value);
  const options = isListed ? found : [{ value, label: chosenName ?? '已选的站点' }, ...found];
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      {...(onChange !== undefined && { onChange })}
      {...(label !== undefined && { 'aria-label': label })}
      allowClear
      disabled={isFixed}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={placeholder ?? '输入站点名称、拼音首字母或编码'}
      options={options}
      loading={isFetching}
      notFoundContent={nothingText(isFetching, error !== null)}
    />
  );
}

function nothingText(isFetching: boolean, isFailed: boolean): string {
  if (isFailed) return '没连上服务器，站点名单没取到';
  return isFetching ? '正在找' : '没有这样的站点';
}

function labelOf({ name, code }: { readonly name: string; readonly code: string | null }): string {
  // Answers of our server carry whole codes only.
  return code === null ? `${name}（还没有编码）` : `${name} ${spacedCode(code as StationCode)}`;
}

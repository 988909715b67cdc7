import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useAnswer } from '../use-ask.tsx';

type Props = {
  value?: string;
  onChange?: (id: string) => void;
  id?: string;
  /** Name of the union that is chosen already, while the list does not hold it. */
  chosenName?: string;
};

/** A union of the own branch, found by its name; a field of a form. */
export function UnionSelect({ value, onChange, id, chosenName }: Props) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useAnswer('unions', { query: { q } });
  const found = (data?.items ?? []).map((one) => ({ value: one.id, label: labelOf(one) }));
  const isListed = value === undefined || found.some((one) => one.value === value);
  const ownName = useNameOf(isListed || chosenName !== undefined ? null : value) ?? chosenName;
  const options = isListed || ownName === undefined ? found : [{ value, label: ownName }, ...found];
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      {...(onChange !== undefined && { onChange })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入名字找工会"
      options={options}
      loading={isFetching}
      notFoundContent={isFetching ? '正在找' : '没有这个名字的工会'}
    />
  );
}

/** The name of a union that came by the address of the page: nobody reads an id. */
function useNameOf(id: string | null): string | undefined {
  // Where none is wanted the first of the list are asked for, which are kept anyway.
  const { data } = useAnswer('unions', { query: { q: id ?? '' } });
  return id === null ? undefined : data?.items.find((one) => one.id === id)?.name;
}

function labelOf({ name, path }: { readonly name: string; readonly path: readonly string[] }): string {
  return path.length === 0 ? name : `${name}（${path.join(' › ')}）`;
}

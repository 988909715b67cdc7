import { useInfiniteQuery } from '@tanstack/react-query';
import { type Breakpoint, Button, Input, Segmented, Table } from 'antd';
import { useState } from 'react';
import type { PlaqueSize } from '../../../shared/station/plaque-key.ts';
import { STATUS_WORDS } from '../../../shared/words/station.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { When } from '../../desk/parts/When.tsx';
import { ASK_ANYWAY, NotAnswered, useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import css from './plaques.module.css';

type Row = Reply<'plaqueStations'>['items'][number];
type Printed = 'no' | 'all' | 'yes';

export const SIZE_WORDS: { readonly [S in PlaqueSize]: string } = { a4: 'A4', a5: 'A5', sticker: '贴纸 80 毫米' };
const PRINTED_WORDS: readonly { readonly value: Printed; readonly label: string }[] = [
  { value: 'no', label: '没印过的' },
  { value: 'all', label: '全部' },
  { value: 'yes', label: '印过的' },
];

const NONE: { readonly [P in Printed]: string } = {
  no: '都印过了。要再印，看“全部”。',
  all: '没找到。换个字，或者去掉字再看。',
  yes: '还没印过。',
};

type Props = { chosen: readonly string[]; onChoose: (codes: readonly string[]) => void };

/** The branch's published stations, first those whose plaque was never printed. */
export function Choose({ chosen, onChoose }: Props) {
  const [printed, show] = useState<Printed>('no');
  const [q, search] = useState('');
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useStations({
    printed,
    q,
  });
  const pages = data?.pages ?? [];
  const rows = pages.flatMap(({ items }) => items);
  const missing = pages[0]?.missing ?? null;
  if (error !== null) return <Failed error={error} retry={refetch} />;
  return (
    <section aria-label="选站点" className={css.choose}>
      <div className={css.filters}>
        <Segmented<Printed> options={[...PRINTED_WORDS]} value={printed} onChange={show} aria-label="印过没有" />
        <Input.Search
          allowClear
          placeholder="名称或编码"
          aria-label="按名称或编码找站点"
          onSearch={(text) => search(text.trim())}
        />
      </div>
      <p className={css.note} aria-live="polite">
        {missing === null
          ? ''
          : missing === 0
            ? '已公布的站点都印过标牌。'
            : `有 ${missing} 个已公布的站点没印过标牌。`}
      </p>
      <div className={css.scroll}>
        <Table<Row>
          size="small"
          rowKey="code"
          loading={isPending}
          dataSource={rows}
          pagination={false}
          locale={{ emptyText: <p className={css.none}>{NONE[q === '' ? printed : 'all']}</p> }}
          rowSelection={{
            selectedRowKeys: [...chosen],
            preserveSelectedRowKeys: true,
            onChange: (keys) => onChoose(keys.map(String)),
            getCheckboxProps: ({ name }) => ({ 'aria-label': `选 ${name}` }),
          }}
          columns={COLUMNS}
        />
      </div>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          再看 50 个
        </Button>
      )}
    </section>
  );
}

/** On a phone the name needs the room. */
const WIDE: Breakpoint[] = ['md'];
const COLUMNS = [
  {
    title: '站点',
    key: 'name',
    render: (_: unknown, { name, code, isSynthetic }: Row) => (
      <>
        <b className={css.name}>{name}</b> {isSynthetic && <DemoTag />}
        <br />
        <CodeText code={code} />
      </>
    ),
  },
  { title: '在哪儿', dataIndex: 'where', width: 150, responsive: WIDE },
  {
    title: '状态',
    key: 'status',
    width: 90,
    responsive: WIDE,
    render: (_: unknown, { status }: Row) => STATUS_WORDS[status],
  },
  {
    title: '标牌',
    key: 'printed',
    width: 130,
    render: (_: unknown, { printed }: Row) =>
      printed === null ? (
        '没印过'
      ) : (
        <>
          {SIZE_WORDS[printed.size]}，<When at={printed.at} />
        </>
      ),
  },
];

function useStations({ printed, q }: { printed: Printed; q: string }) {
  const ask = useAsk();
  return useInfiniteQuery({
    queryKey: ['plaqueStations', printed, q],
    ...ASK_ANYWAY,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { printed, q, ...(pageParam !== null && { after: pageParam }) };
      const answer = await ask('plaqueStations', { query, signal });
      if (!answer.ok) throw new NotAnswered(answer.refusal);
      return answer.value;
    },
    getNextPageParam: ({ next }) => next,
  });
}

import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { VISIT_CHANNELS } from '../../../shared/station/entry.ts';
import { VISIT_CHANNEL_WORDS } from '../../../shared/words/entry.ts';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { UnionSelect } from '../../desk/parts/UnionSelect.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { useNow } from '../../desk/use-now.ts';
import { MonthGrid } from './MonthGrid.tsx';
import css from './month.module.css';
import { type Channel, isTyped } from './month.ts';
import { monthBefore } from './typed.ts';
import { type Month, useMonth } from './use-month.ts';

type Asked = {
  readonly union: string;
  readonly month: string;
  readonly channel: Channel;
  readonly after: string | null;
};

/** A month of reported visits for the stations of one union, typed like a sheet. */
export function MonthPage() {
  const me = useMe();
  const today = dateText(dayOf(useNow()));
  const [asked, setAsked] = useState<Asked>({
    union: me.union.id,
    month: monthBefore(today),
    channel: 'hand-count',
    after: null,
  });
  const grid = useMonth();
  // What was typed belongs to the month, union and page it was typed on.
  const change = (part: Partial<Asked>) => {
    grid.clear();
    setAsked({ ...asked, after: null, ...part });
  };
  return (
    <>
      <PageHead title="按月填服务人次" note="Tab 到下一格，回车到下一行；没人来填 0">
        <Link href="/entries?kind=visits" className={css.link ?? ''}>
          看记过的
        </Link>
      </PageHead>
      <Form layout="vertical" className={css.asked ?? ''}>
        <Form.Item label="月份" htmlFor="grid-month">
          <Input
            id="grid-month"
            type="month"
            max={today.slice(0, 7)}
            value={asked.month}
            onChange={({ target }) => target.value !== '' && change({ month: target.value })}
          />
        </Form.Item>
        <Form.Item label="工会" htmlFor="grid-union">
          <UnionSelect
            id="grid-union"
            value={asked.union}
            chosenName={me.union.name}
            onChange={(union) => change({ union })}
          />
        </Form.Item>
        <Form.Item label="怎么数的" htmlFor="grid-channel">
          <Select
            id="grid-channel"
            value={asked.channel}
            options={VISIT_CHANNELS.map((value) => ({ value, label: VISIT_CHANNEL_WORDS[value] }))}
            onChange={(channel) => change({ channel })}
          />
        </Form.Item>
      </Form>
      <Page asked={asked} change={change} grid={grid} />
    </>
  );
}

type PageProps = { asked: Asked; change: (part: Partial<Asked>) => void; grid: Month };

function Page({ asked, change, grid }: PageProps) {
  const { union, month, channel, after } = asked;
  const { data, error, refetch } = useAnswer('entryGrid', {
    query: { union, month, channel, ...(after !== null && { after }) },
  });
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.rows.length === 0) return <Empty text="这个工会没有对外开放的站点。" />;
  const count = data.rows.filter((row) => isTyped(row, grid.typed[row.station.id])).length;
  return (
    <>
      <MonthGrid rows={data.rows} typed={grid.typed} put={grid.put} caption={`${month} 服务人次`} />
      <div className={css.foot} role="status">
        {grid.said !== null && <Alert type={grid.said.isFault ? 'error' : 'success'} showIcon title={grid.said.text} />}
      </div>
      <div className={css.foot}>
        <Button
          type="primary"
          loading={grid.isBusy}
          disabled={count === 0}
          onClick={() => grid.save(data.rows, { month, channel })}
        >
          保存{count > 0 ? ` ${count} 个站点` : ''}
        </Button>
        {after !== null && <Button onClick={() => change({ after: null })}>从头看</Button>}
        {data.next !== null && (
          <Button disabled={count > 0} onClick={() => change({ after: data.next })}>
            下一页{count > 0 ? '（先保存这一页）' : ''}
          </Button>
        )}
      </div>
    </>
  );
}

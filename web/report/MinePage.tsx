import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ReportItem, Reports, ReportsState } from '../sync/reports-state.ts';
import { Button, ButtonLink } from '../ui/parts/Button.tsx';
import { Card, Strip } from '../ui/parts/Card.tsx';
import { Head } from '../ui/parts/Head.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { Column, Shell } from '../ui/parts/Shell.tsx';
import { useMinute } from '../ui/use-ports.tsx';
import { useTitle } from '../ui/use-title.ts';
import { askedText, saidText } from '../ui/words/report.ts';
import { Follow } from './Follow.tsx';
import { MineActs } from './MineActs.tsx';
import { ReportIcon } from './ReportIcon.tsx';
import css from './report.module.css';
import { LookupLine, SaidLine, Standing } from './Standing.tsx';
import { useReports } from './use-reports.ts';

/** 我的反馈: everything said from this phone, how it stands, what the union answered. */
export function MinePage() {
  const opened = useReports();
  useTitle('我的反馈');
  const reports = opened?.reports ?? null;
  useEffect(() => reports?.refresh(), [reports]);
  return (
    <Shell tab={null}>
      <Column>
        <Head title="我的反馈" home="/" />
        <main>{opened !== null && <Mine {...opened} />}</main>
      </Column>
    </Shell>
  );
}

function Mine({ reports, state }: { reports: Reports; state: ReportsState }) {
  const { items, isKept, busy, problem } = state;
  return (
    <>
      {!isKept && items.length > 0 && (
        <Strip tone="notice" icon="warning">
          这个浏览器不让存，没发出去的关掉就没了。
        </Strip>
      )}
      {problem !== null && items.length > 0 && (
        <Strip tone="info" icon="offline">
          {problem === 'captive' ? '连上的网要先登录，下面是上次问到的。' : '没连上，下面是上次问到的。'}
        </Strip>
      )}
      {items.length === 0 && <None />}
      <ul>
        {[...items].reverse().map((item) => (
          <One key={item.id} item={item} reports={reports} line={state} />
        ))}
      </ul>
      {items.length > 0 && (
        <div className={css.ways}>
          <Button wide disabled={busy} onClick={() => reports.refresh()}>
            <Icon name="refresh" />
            {busy ? '正在问' : '再问一次'}
          </Button>
        </div>
      )}
      <Follow reports={reports} />
      <div className={css.ways}>
        <ButtonLink wide href="/suggest">
          <ReportIcon name="new-place" />
          推荐一个新地点
        </ButtonLink>
      </div>
      <p className={css.note}>这些只存在这部手机里，没有账号。换手机看，用查询码。</p>
    </>
  );
}

function None() {
  return (
    <Card padded>
      <p className={css.lead}>还没说过什么</p>
      <p className={css.say}>驿站关着门、找不到、东西坏了，在驿站页点“不对？告诉工会”，一下就行。没有网也能说。</p>
    </Card>
  );
}

type Props = { item: ReportItem; reports: Reports; line: ReportsState };

function One({ item, reports, line }: Props) {
  const now = useMinute();
  const [open, show] = useState(false);
  const { station, title, told, stage } = item;
  return (
    <li>
      <Card padded>
        <h2 className={css.about}>
          {station === null ? title : <Link href={`/s/${station}`}>{title}</Link>}
          <small>{saidText(item.madeAt, now)}</small>
        </h2>
        <SaidLine item={item} />
        <Standing item={item} line={line} />
        {stage.kind === 'sent' && told !== null && <p className={css.hint}>{askedText(told.at, now)}</p>}
        <LookupLine item={item} />
        <MineActs item={item} reports={reports} open={open} onOpen={show} />
      </Card>
    </li>
  );
}

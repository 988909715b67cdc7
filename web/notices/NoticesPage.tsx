import { useCallback, useEffect, useState } from 'react';
import { useRoute } from 'wouter';
import type { Notice, NoticeDesk } from '../sync/notices.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Card } from '../ui/parts/Card.tsx';
import { Head } from '../ui/parts/Head.tsx';
import { Column, Shell } from '../ui/parts/Shell.tsx';
import { usePorts } from '../ui/use-ports.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Answers } from './Answers.tsx';
import { NoticeCard } from './NoticeCard.tsx';
import css from './notices.module.css';
import { ObjectForm } from './ObjectForm.tsx';

/** 公示中的站点: which are to be given up, why, until when, and what people object. `/notices/<code>` is one of them. */
export function NoticesPage() {
  const [, params] = useRoute('/notices/:code?');
  const code = params?.code ?? null;
  const { desk, list, again } = useNotices();
  const title = code === null ? '公示中的站点' : '提异议';
  useTitle(title);
  const notice = list?.find((one) => one.code === code) ?? null;
  return (
    <Shell tab={null}>
      <Column>
        <Head title={title} home="/" />
        <main>
          {list === null && <Unheard again={again} />}
          {list != null && desk !== null && code === null && <All list={list} desk={desk} />}
          {list != null && desk !== null && code !== null && <One notice={notice} desk={desk} />}
        </main>
      </Column>
    </Shell>
  );
}

/** `list` undefined: being asked; null: nobody answered. */
function useNotices() {
  const { notices } = usePorts();
  const [desk, open] = useState<NoticeDesk | null>(null);
  const [list, put] = useState<readonly Notice[] | null | undefined>(undefined);
  const again = useCallback(() => {
    put(undefined);
    notices
      .load()
      .then(async (opened) => {
        open(opened);
        put(await opened.list());
      })
      .catch(() => put(null));
  }, [notices]);
  useEffect(again, [again]);
  return { desk, list, again };
}

function Unheard({ again }: { again: () => void }) {
  return (
    <Card padded>
      <p className={css.lead}>没连上</p>
      <p className={css.say}>公示每天会变，要连上网看。站点名单不用网也能看。</p>
      <Button wide onClick={again}>
        再试一次
      </Button>
    </Card>
  );
}

function All({ list, desk }: { list: readonly Notice[]; desk: NoticeDesk }) {
  const cities = [...new Set(list.map(({ city }) => city))].sort();
  return (
    <>
      <p className={css.note}>工会准备撤掉这些站点，先公示。公示期里照常开放，谁都可以提异议；没答复完异议，不会撤。</p>
      {list.length === 0 && (
        <Card padded>
          <p className={css.lead}>现在没有站点在公示</p>
        </Card>
      )}
      {cities.map((city) => (
        <section key={city}>
          <h2 className={css.city}>{city}</h2>
          <ul className={css.cards}>
            {list
              .filter((one) => one.city === city)
              .map((one) => (
                <li key={one.code}>
                  <NoticeCard notice={one} isAlone={false} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <Answers desk={desk} />
    </>
  );
}

function One({ notice, desk }: { notice: Notice | null; desk: NoticeDesk }) {
  if (notice === null) {
    return (
      <Card padded>
        <p className={css.lead}>这个站点不在公示里</p>
        <p className={css.say}>可能公示完了，或者撤回了。有意见打 12351 告诉工会。</p>
      </Card>
    );
  }
  return (
    <>
      <NoticeCard notice={notice} isAlone />
      <ObjectForm code={notice.code} desk={desk} />
      <Answers desk={desk} />
    </>
  );
}

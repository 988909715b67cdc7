import { useLocation, useSearch } from 'wouter';
import { Head } from '../ui/parts/Head.tsx';
import { Column, Shell } from '../ui/parts/Shell.tsx';
import { useFragment } from '../ui/use-fragment.ts';
import { useTitle } from '../ui/use-title.ts';
import { Made } from './Made.tsx';
import { SuggestForm } from './SuggestForm.tsx';
import { useReports } from './use-reports.ts';

/** 推荐一个新地点. `#p=` is a point chosen on the map for this; `?id=` a suggestion just made. */
export function SuggestPage() {
  const opened = useReports();
  const id = new URLSearchParams(useSearch()).get('id');
  const { from } = useFragment();
  const [, go] = useLocation();
  useTitle('推荐一个新地点');
  const made = opened?.state.items.find((item) => item.id === id) ?? null;
  const show = (next: string | null) => go(next === null ? '/suggest' : `/suggest?id=${next}`, { replace: true });
  return (
    <Shell tab={null}>
      <Column>
        <Head title="推荐一个新地点" home="/" />
        <main>
          {opened !== null && made === null && (
            <SuggestForm
              chosen={from}
              shrink={opened.reports.shrink}
              onSend={(draft) => opened.reports.say(draft).then(show)}
            />
          )}
          {opened !== null && made !== null && (
            <Made
              key={made.id}
              item={made}
              reports={opened.reports}
              line={opened.state}
              things={[]}
              asks={false}
              onGone={show}
              home={{ href: '/', word: '回到附近' }}
            />
          )}
        </main>
      </Column>
    </Shell>
  );
}

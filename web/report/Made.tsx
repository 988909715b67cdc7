import { useEffect, useState } from 'react';
import type { Amenity } from '../../shared/station/amenity.ts';
import type { ReportItem, Reports, ReportsState } from '../sync/reports-state.ts';
import { Button, ButtonLink } from '../ui/parts/Button.tsx';
import { Card } from '../ui/parts/Card.tsx';
import { ExtrasForm } from './ExtrasForm.tsx';
import { ReportIcon } from './ReportIcon.tsx';
import css from './report.module.css';
import { LookupLine, SaidLine, Standing } from './Standing.tsx';

type Props = {
  item: ReportItem;
  reports: Reports;
  line: ReportsState;
  things: readonly Amenity[];
  /** Whether what was tapped wants words: then the form is open at once. */
  asks: boolean;
  /** It was taken back, or has a new id. */
  onGone: (next: string | null) => void;
  home: { readonly href: string; readonly word: string };
};

/** A report that was just made: how it stands, and what may still be done with it. */
export function Made(props: Props) {
  const { item, line, home } = props;
  return (
    <>
      <Card padded>
        <Standing item={item} line={line} live />
        <SaidLine item={item} />
        <LookupLine item={item} />
        <Acts {...props} />
      </Card>
      <div className={css.ways}>
        <ButtonLink wide href={home.href}>
          {home.word}
        </ButtonLink>
        <ButtonLink wide href="/mine">
          看我的反馈
        </ButtonLink>
      </div>
    </>
  );
}

function Acts({ item, reports, things, asks, onGone }: Props) {
  const [writing, write] = useState(asks && item.stage.kind === 'held');
  const { stage, body } = item;
  useHolding(reports, writing && stage.kind === 'held' ? item.id : null);
  if (stage.kind !== 'held' && stage.kind !== 'refused') return null;
  const takeBack = () =>
    stage.kind === 'held'
      ? reports.takeBack(item.id).then((was) => was && onGone(null))
      : reports.discard(item.id).then(() => onGone(null));
  if (writing) {
    const first = { amenity: body?.amenity ?? null, text: item.text, photo: body?.photo ?? null };
    return (
      <ExtrasForm
        kind={item.kind}
        things={things}
        first={first}
        word="发出去"
        shrink={reports.shrink}
        onDone={(extras) => {
          write(false);
          if (stage.kind === 'held') reports.finish(item.id, extras);
          else reports.again(item.id, extras).then((id) => id !== null && onGone(id));
        }}
        onBack={takeBack}
        backWord={stage.kind === 'held' ? '撤回' : '删掉'}
      />
    );
  }
  return (
    <div className={css.acts}>
      <Button weight="tall" onClick={() => write(true)}>
        <ReportIcon name="write" />
        {stage.kind === 'held' ? '补一句、加照片' : '改了再发'}
      </Button>
      <Button weight="tall" onClick={takeBack}>
        <ReportIcon name={stage.kind === 'held' ? 'undo' : 'trash'} />
        {stage.kind === 'held' ? '撤回' : '删掉'}
      </Button>
    </div>
  );
}

const AGAIN_MS = 2 * 60_000;

/** Stays in hand for as long as somebody is writing; a page that dies lets it go by itself. */
function useHolding(reports: Reports, id: string | null): void {
  useEffect(() => {
    if (id === null) return;
    reports.hold(id);
    const timer = setInterval(() => reports.hold(id), AGAIN_MS);
    return () => clearInterval(timer);
  }, [reports, id]);
}

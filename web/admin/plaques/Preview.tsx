import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Radio } from 'antd';
import { useCallback, useState } from 'react';
import { PLAQUE_SIZES, type PlaqueSize } from '../../../shared/station/plaque-key.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { NotAnswered, useAsk } from '../../desk/use-ask.tsx';
import type { Unanswered } from '../../platform/ask.ts';
import { SIZE_WORDS } from './Choose.tsx';
import type { PlaqueFacts } from './facts.ts';
import { Drawings, Plaque } from './Plaque.tsx';
import { Prints } from './Prints.tsx';
import sheet from './plaque.module.css';
import css from './plaques.module.css';
import { usePrinting } from './use-printing.ts';
import { type DrawQr, useDrawQr } from './use-qr.ts';

/** What comes out of the printer, at true proportions, and the button that sends it there. */
export function Preview({ codes }: { codes: readonly string[] }) {
  const [size, resize] = useState<PlaqueSize>('a5');
  const { data, error, refetch } = useSheet(codes);
  const draw = useDrawQr();
  if (codes.length === 0) return <Empty text="选好站点，这里看标牌印出来什么样。" />;
  if (error !== null) return <Failed error={error} retry={refetch} />;
  if (draw === 'failed') return <Alert type="error" showIcon title="二维码画不出来，连上网再打开这一页。" />;
  return (
    <section aria-label="预览和打印" className={css.pane}>
      <Radio.Group
        aria-label="标牌大小"
        optionType="button"
        value={size}
        options={PLAQUE_SIZES.map((value) => ({ value, label: SIZE_WORDS[value] }))}
        onChange={({ target }) => resize(target.value)}
      />
      {data !== undefined && draw !== null && <Sheets key={codes.join()} plaques={data} size={size} draw={draw} />}
    </section>
  );
}

type Props = { plaques: readonly PlaqueFacts[]; size: PlaqueSize; draw: DrawQr };

function Sheets({ plaques, size, draw }: Props) {
  const [at, turn] = useState(0);
  const { printing, isAsking, why, print, done } = usePrinting();
  const leave = useCallback(() => done(), [done]);
  const plaque = plaques[at];
  if (plaque === undefined) return null;
  return (
    <>
      <Button
        type="primary"
        size="large"
        icon={<DeskIcon name="print" />}
        loading={isAsking}
        onClick={() => print({ codes: plaques.map(({ code }) => code), size })}
      >
        打印 {plaques.length} 张
      </Button>
      {why !== null && <Refused why={why} />}
      <p className={css.note}>{HINTS[size]}每打印一次，操作日志里记一条。</p>
      <div className={sheet.preview}>
        <Plaque plaque={plaque} size={size} qr={draw(plaque.url)} />
        <Drawings />
      </div>
      {plaques.length > 1 && <Turning at={at} of={plaques.length} turn={turn} />}
      {printing !== null && <Prints {...printing} draw={draw} onDone={leave} />}
    </>
  );
}

const HINTS: { readonly [S in PlaqueSize]: string } = {
  a4: '打印时纸张选 A4，边距选“无”，勾上“背景图形”。',
  a5: '打印时纸张选 A5，边距选“无”，勾上“背景图形”。',
  sticker: '打印时纸张选 80×80 毫米，边距选“无”，勾上“背景图形”。',
};

function Refused({ why }: { why: Unanswered }) {
  return <Alert type="error" showIcon title={unansweredText(why)} />;
}

function Turning({ at, of, turn }: { at: number; of: number; turn: (to: number) => void }) {
  return (
    <nav className={css.turning} aria-label="换一张看">
      <Button disabled={at === 0} onClick={() => turn(at - 1)}>
        上一张
      </Button>
      <span aria-live="polite">
        第 {at + 1} 张，共 {of} 张
      </span>
      <Button disabled={at === of - 1} onClick={() => turn(at + 1)}>
        下一张
      </Button>
    </nav>
  );
}

function useSheet(codes: readonly string[]) {
  const ask = useAsk();
  return useQuery({
    queryKey: ['plaqueSheet', codes],
    enabled: codes.length > 0,
    queryFn: async ({ signal }) => {
      const answer = await ask('plaqueSheet', { body: { codes: [...codes] }, signal });
      if (!answer.ok) throw new NotAnswered(answer.refusal);
      return answer.value.items;
    },
  });
}

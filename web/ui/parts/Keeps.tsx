import { lazy, Suspense, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { usePorts, usePrefs, useSource, useSync } from '../use-ports.tsx';
import { keepsNothing, type NotKept } from '../words/keeps.ts';
import { TextButton } from './Button.tsx';
import { QuietLine } from './Card.tsx';
import css from './keeps.module.css';

const WechatDialog = lazy(() => import('./WechatDialog.tsx').then(({ WechatDialog }) => ({ default: WechatDialog })));

/** What this browser will not keep; null when it keeps all, or nobody knows yet. */
export function useNotKept(): NotKept | null {
  const { shell } = usePorts();
  const isShellKept = useSource(shell) !== 'not-kept';
  const { problem } = useSync();
  if (problem === 'insecure' || problem === 'storage-refused') return problem;
  return isShellKept ? null : 'no-worker';
}

/** One quiet line, with the page that explains it behind; WeChat gets the way out of it instead. */
export function KeepsLine() {
  const { device } = usePorts();
  const { wechatSeen } = usePrefs();
  const [path] = useLocation();
  const what = useNotKept();
  if (device.isWechat) return wechatSeen ? null : <WechatLine />;
  if (what === null) return null;
  return (
    <QuietLine icon="offline">
      <span className={css.said}>{keepsNothing(what)}</span>
      {path !== '/offline' && (
        <Link href="/offline" className={css.why}>
          为什么
        </Link>
      )}
    </QuietLine>
  );
}

/** Shown until it is waved away, and then never again on this phone. */
function WechatLine() {
  const { prefs } = usePorts();
  const [asked, ask] = useState(false);
  return (
    <div className={css.wechat}>
      <span>微信里存不住名单</span>
      <TextButton onClick={() => ask(true)} aria-haspopup="dialog">
        在浏览器打开
      </TextButton>
      <TextButton onClick={() => prefs.set({ wechatSeen: true })}>不用了</TextButton>
      {asked && (
        <Suspense fallback={null}>
          <WechatDialog onClose={() => ask(false)} />
        </Suspense>
      )}
    </div>
  );
}

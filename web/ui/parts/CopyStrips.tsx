import type { CopyAge } from '../station/copy-age.ts';
import { useMinute, usePorts, useSource, useSync } from '../use-ports.tsx';
import { CLOCK_OFF, problemSentence } from '../words/find.ts';
import { staleness, staleSentence } from '../words/fresh.ts';
import { pastText } from '../words/time.ts';
import { TextButton } from './Button.tsx';
import { QuietLine, Strip } from './Card.tsx';
import { KeepsLine } from './Keeps.tsx';

/** A new version waits until the person says so. */
export function UpdateStrip() {
  const { update } = usePorts();
  if (!useSource(update)) return null;
  return (
    <Strip tone="inked" icon="refresh" action={<TextButton onClick={() => update.accept()}>现在换</TextButton>}>
      有新版本
    </Strip>
  );
}

/** The one line about the stored copy that matters most; none when all is well. */
export function CopyStrip({ age }: { age: CopyAge }) {
  const { sync } = usePorts();
  const { problem, busy } = useSync();
  const now = useMinute();
  const retry = busy ? null : <TextButton onClick={() => sync.refresh()}>再试一次</TextButton>;
  if (age.clockOff) {
    return (
      <Strip tone="notice" icon="clock">
        {CLOCK_OFF}
      </Strip>
    );
  }
  const stale = staleSentence(age.ageMs);
  if (stale !== null) return <StaleStrip age={age} sentence={stale} />;
  // What is lost when the page is closed is said once, quietly, with a page that explains it.
  if (problem === null || problem === 'insecure' || problem === 'storage-refused') return <KeepsLine />;
  const sentence = problemSentence(problem, age.checkedAt === null ? null : pastText(age.checkedAt, now));
  if (problem === 'offline') return <QuietLine icon="offline">{sentence}</QuietLine>;
  return (
    <Strip tone={problem.startsWith('storage') ? 'notice' : 'info'} icon="offline" action={retry}>
      {sentence}
    </Strip>
  );
}

function StaleStrip({ age, sentence }: { age: CopyAge; sentence: string }) {
  const { sync } = usePorts();
  const { problem, busy } = useSync();
  const canTry = !busy && problem !== 'offline';
  return (
    <Strip
      tone="notice"
      icon={staleness(age.ageMs) === 'old' ? 'warning' : 'history'}
      action={canTry ? <TextButton onClick={() => sync.refresh()}>现在更新</TextButton> : null}
    >
      {sentence}
    </Strip>
  );
}

import { useEffect } from 'react';
import { usePorts, useSource } from '../use-ports.tsx';
import { Button, ToolButton } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Reads `text`, and stops when told to, when the text is another one, and when the screen is left. Absent without a voice. */
export function ReadAloud({ text, as }: { text: string; as: 'button' | 'tool' }) {
  const { voice } = usePorts();
  const state = useSource(voice);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text ends the reading of this one
  useEffect(() => () => voice.stop(), [voice, text]);
  if (state === 'none') return null;
  const isSpeaking = state === 'speaking';
  const tap = () => (isSpeaking ? voice.stop() : voice.say(text));
  const Dress = as === 'tool' ? ToolButton : Button;
  return (
    <Dress onClick={tap}>
      <Icon name={isSpeaking ? 'close' : 'speaker'} />
      {isSpeaking ? '别读了' : '读给我听'}
    </Dress>
  );
}

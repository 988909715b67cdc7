import { Dialog } from '../../ui/parts/Dialog.tsx';
import type { TextSize, Theme } from '../../ui/ports.ts';
import { usePorts, usePrefs } from '../../ui/use-ports.tsx';
import css from './look.module.css';

const SIZES: readonly Choice<TextSize>[] = [
  { value: 'normal', word: '普通版', hint: '看得到附近好几个' },
  { value: 'elder', word: '大字版', hint: '一次只看一个，字和按钮都大' },
];
const THEMES: readonly Choice<Theme>[] = [
  { value: 'auto', word: '跟着手机', hint: '白天浅色，夜里深色' },
  { value: 'light', word: '浅色', hint: '' },
  { value: 'dark', word: '深色', hint: '夜里不晃眼' },
  { value: 'sun', word: '强光', hint: '太阳底下看得清' },
];

/** Text size and colours; takes effect at once and is kept on the phone. */
export function LookDialog({ onClose }: { onClose: () => void }) {
  const { prefs } = usePorts();
  const { size, theme } = usePrefs();
  return (
    <Dialog title="大字和颜色" onClose={onClose}>
      <Choices title="字号" name="size" choices={SIZES} value={size} onPick={(value) => prefs.set({ size: value })} />
      <Choices
        title="颜色"
        name="theme"
        choices={THEMES}
        value={theme}
        onPick={(value) => prefs.set({ theme: value })}
      />
    </Dialog>
  );
}

type Choice<T> = { readonly value: T; readonly word: string; readonly hint: string };
type ChoicesProps<T> = {
  title: string;
  name: string;
  choices: readonly Choice<T>[];
  value: T;
  onPick: (value: T) => void;
};

function Choices<T extends string>({ title, name, choices, value, onPick }: ChoicesProps<T>) {
  return (
    <fieldset className={css.group}>
      <legend>{title}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={css.choice}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onPick(choice.value)} />
          <span>
            {choice.word}
            {choice.hint !== '' && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

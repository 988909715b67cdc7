import { type ReactNode, useEffect, useId, useRef } from 'react';
import { ToolButton } from './Button.tsx';
import css from './dialog.module.css';
import { Icon } from './Icon.tsx';

/** `full` takes the whole screen: for what is held up to somebody, or looked at while walking. */
type Props = { title: string; onClose: () => void; full?: boolean; children: ReactNode };

/**
 * A native modal: the browser keeps the focus inside, Esc closes, and the focus goes back to where it was.
 * Mounted = open; `onClose` must unmount it.
 */
export function Dialog({ title, onClose, full = false, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    if (dialog !== null && !dialog.open) dialog.showModal();
    heading.current?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a modal dialog with Esc by itself
    <dialog
      ref={box}
      className={`${css.dialog} ${full ? css.full : ''}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === box.current) box.current?.close();
      }}
    >
      <div className={css.head}>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <ToolButton aria-label="关闭" onClick={() => box.current?.close()}>
          <Icon name="close" />
        </ToolButton>
      </div>
      <div className={css.body}>{children}</div>
    </dialog>
  );
}

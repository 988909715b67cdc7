import { Alert } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { instant } from '../../../shared/kernel/instant.ts';
import { whenText } from '../../desk/parts/when.ts';
import { useNow } from '../../desk/use-now.ts';
import css from './form.module.css';
import { type Fault, FaultContext } from './parts/fault.tsx';

export type Anchor = { readonly id: string; readonly title: string };

export const SECTIONS: readonly Anchor[] = [
  { id: 'identity', title: '身份' },
  { id: 'place', title: '位置' },
  { id: 'build', title: '建站和运营' },
  { id: 'amenities', title: '设施' },
  { id: 'hours', title: '开放时间' },
  { id: 'access', title: '怎么进' },
  { id: 'photos', title: '照片' },
  { id: 'contacts', title: '联系人' },
];

type Props = {
  root: RefObject<HTMLDivElement | null>;
  fault: Fault | null;
  sections: readonly Anchor[];
  /** When what was typed was last kept here. */
  savedAt: number | null;
  /** What stands beside the form: similar stations. */
  aside: ReactNode;
  buttons: ReactNode;
  children: ReactNode;
};

/** The form between the list of its sections and the bar that saves it. */
export function FormLayout({ root, fault, sections, savedAt, aside, buttons, children }: Props) {
  const now = useNow();
  return (
    <FaultContext value={fault}>
      <div className={`${css.page} ${aside === null ? '' : css.withAside}`} ref={root}>
        <nav className={css.nav} aria-label="表单各部分">
          {sections.map(({ id, title }) => (
            <a key={id} href={`#${id}`} onClick={(event) => jump(event, id)}>
              {title}
            </a>
          ))}
        </nav>
        <div className={css.sections}>{children}</div>
        {aside !== null && <div className={css.beside}>{aside}</div>}
        <div className={css.bar}>
          {fault !== null && fault.field === null && <Alert type="error" showIcon title={fault.text} />}
          {fault !== null && fault.field !== null && <span className={css.left}>还有 1 处要改</span>}
          <span className={css.kept} role="status">
            {savedAt === null ? '' : `草稿已存在本机 ${whenText(instant(savedAt), now)}`}
          </span>
          <div className={css.acts}>{buttons}</div>
        </div>
      </div>
    </FaultContext>
  );
}

/** By hand: the address of the page is the router's. */
function jump(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
  document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
}

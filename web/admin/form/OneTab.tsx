import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import css from './form.module.css';
import { useTabHold } from './use-tab-hold.ts';

type Props = {
  /** Where the form's draft lies. */
  place: string;
  /** What the form is called while it is open elsewhere. */
  title: string;
  children: ReactNode;
};

/** A form that one tab at a time has open: two that write one draft would each lose what the other typed. */
export function OneTab({ place, title, children }: Props) {
  const { standing, take } = useTabHold(place);
  if (standing === null) return <Loading />;
  if (standing === 'mine') return children;
  return (
    <>
      <PageHead title={title} />
      <Alert
        type="warning"
        showIcon
        title="这张表在另一个标签页里开着。"
        description={
          <div className={css.found}>
            <p>填的都在那边，接着填就行；那边关掉，这里自己打开。</p>
            <div className={css.acts}>
              <Button onClick={take}>改在这里填</Button>
            </div>
          </div>
        }
      />
    </>
  );
}

import { Skeleton } from 'antd';
import css from './loading.module.css';

/** What stands while a page or its answer is on the way; what is there within 300 ms shows none of it. */
export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div className={css.later} aria-busy="true" role="status" aria-label="正在打开">
      <Skeleton active={false} paragraph={{ rows }} />
    </div>
  );
}

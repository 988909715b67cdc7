import { Link } from 'wouter';
import { FUNCTION_WORDS } from '../../../shared/words/step.ts';
import { useMe } from '../signed.tsx';
import css from './frame.module.css';

/** Who is signed in, with the way to their own page and out. */
export function WhoLinks() {
  const { name, functions } = useMe();
  return (
    <div className={css.who}>
      <Link href="/me" className={css.person ?? ''} title="我的账号">
        {name}
        <span className={css.functions}>（{functions.map((one) => FUNCTION_WORDS[one]).join('、')}）</span>
      </Link>
    </div>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { FUNCTION_WORDS } from '../../../shared/words/step.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useMe } from '../../desk/signed.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
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
      <SignOut />
    </div>
  );
}

function SignOut() {
  const ask = useAsk();
  const [fault, setFault] = useState<string | null>(null);
  const leave = async () => {
    const answer = await ask('signOut');
    // Nothing of this person stays in the page: it is loaded anew.
    if (answer.ok || answer.refusal.kind === 'refused') window.location.assign('/admin/login');
    else setFault(unansweredText(answer.refusal));
  };
  return (
    <>
      <Button type="link" className={css.leave ?? ''} onClick={leave}>
        退出登录
      </Button>
      {fault !== null && <span role="alert">{fault}</span>}
    </>
  );
}

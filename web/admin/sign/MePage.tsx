import { FUNCTION_WORDS } from '../../../shared/words/step.ts';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { MyPassword } from './MyPassword.tsx';
import { MySecondFactor } from './MySecondFactor.tsx';
import { MySessions } from './MySessions.tsx';
import css from './sign.module.css';

/** One's own account: what it may do, and what protects it. */
export function MePage() {
  const me = useMe();
  const { data, error, refetch } = useAnswer('myAccount');
  return (
    <>
      <PageHead title="我的账号" note={`${me.name}（${me.username}）`} />
      {data === undefined && (error === null ? <Loading /> : <Failed error={error} retry={() => refetch()} />)}
      {data !== undefined && (
        <div className={css.parts}>
          <section className={css.part} aria-label="工会和职责">
            <dl className={css.facts}>
              <dt>工会</dt>
              <dd>{me.union.name}</dd>
              <dt>职责</dt>
              <dd>{me.functions.map((held) => FUNCTION_WORDS[held]).join('、')}</dd>
              {data.stations.length > 0 && (
                <>
                  <dt>负责的站点</dt>
                  <dd>{data.stations.map(({ name }) => name).join('、')}</dd>
                </>
              )}
            </dl>
            <p className={css.quiet}>姓名、工会和职责由本工会的安全管理员改。</p>
          </section>
          <MyPassword account={data} />
          <MySecondFactor account={data} />
          <MySessions />
        </div>
      )}
    </>
  );
}

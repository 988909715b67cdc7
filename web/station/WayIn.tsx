import type { Access, PublicStation } from '../../shared/station/station.ts';
import { ACCESS_WORDS, ENTRANT_WORDS } from '../../shared/words/station.ts';
import { wayInText } from '../ui/words/row.ts';
import { type WayInSteps, wayInSteps } from '../ui/words/way-in.ts';
import { Fact, Section } from './Section.tsx';
import css from './station.module.css';

/** 怎么进: the answer to 找不到 and 不敢进. Where the door is comes first. */
export function WayIn({ station }: { station: PublicStation }) {
  const { access, entrance } = station;
  const who = whoText(access);
  return (
    <Section title="怎么进">
      <ul className={css.facts}>
        <Fact icon="pin" title={entrance ?? '没写门在哪儿'} more={entrance === null ? noEntrance(access) : null} />
        <Fact icon="door" title={wayInText(access)}>
          {wayInSteps(access).map((way) => (
            <Steps key={way.mode} way={way} named={access.modes.length > 1} />
          ))}
        </Fact>
        <Fact icon="free" title={feeSentence(access)} more={access.feeNote} />
        <Fact icon="people" title={who.title} more={who.more} />
        <Fact icon={access.needsApp === false ? 'no-app' : 'app'} title={appSentence(access)} />
      </ul>
    </Section>
  );
}

function Steps({ way, named }: { way: WayInSteps; named: boolean }) {
  return (
    <>
      {named && <small>{ACCESS_WORDS[way.mode]}：</small>}
      <ol className={css.steps}>
        {way.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {way.otherwise !== null && <small>{way.otherwise}</small>}
    </>
  );
}

/** Where nobody serves, there is nobody to ask. */
function noEntrance({ modes }: Access): string {
  return modes.includes('ask-staff') ? '照着地址找，到了问一声' : '照着地址找';
}

function feeSentence({ free }: Access): string {
  if (free === null) return '不清楚要不要钱';
  return free ? '免费，不用买东西' : '要收费';
}

function whoText({ whoMayEnter }: Access): { title: string; more: string | null } {
  if (whoMayEnter.length === 0) return { title: '没说谁能进', more: '户外干活的一般都行' };
  if (whoMayEnter.includes('anyone')) return { title: '谁都可以进', more: '快递、外卖、司机、环卫、路过的都行' };
  return { title: '给这些人用', more: whoMayEnter.map((group) => ENTRANT_WORDS[group]).join('、') };
}

function appSentence({ needsApp, modes }: Access): string {
  const scan = modes.includes('qr-unlock');
  if (needsApp === true) return scan ? '要先装 App 才能扫开' : '要先装 App';
  if (needsApp === false) return scan ? '不用装 App，扫码就开' : '不用装 App，不用扫码';
  return '不清楚要不要装 App';
}

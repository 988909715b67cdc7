import { Link } from 'wouter';
import { dayOf } from '../../shared/kernel/instant.ts';
import type { Notice } from '../sync/notices.ts';
import { ButtonLink } from '../ui/parts/Button.tsx';
import { Card, Tag } from '../ui/parts/Card.tsx';
import { useMinute } from '../ui/use-ports.tsx';
import { exitSentence } from '../ui/words/drop.ts';
import { SYNTHETIC_TAG } from '../ui/words/fresh.ts';
import { dateWords } from '../ui/words/time.ts';
import css from './notices.module.css';

/** One station under notice: where, why, until when, and what comes then. `isAlone`: on the page of its own. */
export function NoticeCard({ notice, isAlone }: { notice: Notice; isAlone: boolean }) {
  const { code, name, city, county, address, reasonCode, reason, from, until, isSynthetic } = notice;
  const today = dayOf(useMinute());
  const day = (text: string) => dateWords(text, today);
  const Title = isAlone ? 'h2' : 'h3';
  return (
    <Card padded>
      <Title className={css.lead}>{name}</Title>
      <p className={css.hint}>
        {isAlone ? city + county : county} {address} {isSynthetic && <Tag>{SYNTHETIC_TAG}</Tag>}
      </p>
      <p className={css.say}>
        {exitSentence(reasonCode)}
        {reason !== '' && `工会说：${reason}`}
      </p>
      <p className={css.say}>
        <b>
          {from !== null && `${day(from)}起`}公示{until !== null && `到${day(until)}`}
        </b>
        ，然后没有异议就撤掉，有异议先答复。
      </p>
      <div className={css.acts}>
        {!isAlone && <ButtonLink href={`/notices/${code}`}>提异议</ButtonLink>}
        <Link className={css.link} href={`/s/${code}`}>
          看这个站点和附近别的
        </Link>
      </div>
    </Card>
  );
}

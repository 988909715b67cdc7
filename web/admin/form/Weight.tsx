import { Link } from 'wouter';
import type { Station } from '../../../shared/station/station.ts';
import { fieldName } from '../../../shared/words/field.ts';
import { factsOf, patchOf } from './facts.ts';
import css from './form.module.css';
import type { Form } from './model.ts';
import { isEmpty, type WeighBy, weigh } from './weigh.ts';

/** What will happen to the changes, said before they are sent. */
export function Weight({ form, base, settings }: { form: Form; base: Station; settings: WeighBy }) {
  const facts = factsOf(form);
  if (!facts.ok) return null;
  const patch = patchOf(facts.value, base);
  if (isEmpty(patch)) return <span className={css.kept}>还没改什么</span>;
  const { now, later, metres, isTooFar } = weigh(patch, base, settings);
  if (isTooFar) {
    return (
      <span className={css.left}>
        坐标移了 {Math.round(metres)} 米，超过 {settings.relocateMetres} 米要按
        <Link className={css.link ?? ''} href={`/stations/${base.id}/relocate`}>
          迁址
        </Link>
        办
      </span>
    );
  }
  const waiting = Object.keys(later).filter((field) => field !== 'source' && field !== 'pointMethod');
  return (
    <span className={css.kept}>
      {!isEmpty(now) && `${Object.keys(now).length} 项马上生效`}
      {!isEmpty(now) && waiting.length > 0 && '；'}
      {waiting.length > 0 && `${waiting.map(fieldName).join('、')}要审核人同意，之前劳动者看到的还是原来的`}
    </span>
  );
}

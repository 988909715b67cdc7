import { useId, useRef, useState } from 'react';
import type { Gcj02 } from '../../shared/geo/point.ts';
import { MOST } from '../../shared/report/report.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import type { Draft } from '../sync/reports-state.ts';
import { Button, ButtonLink } from '../ui/parts/Button.tsx';
import { Card } from '../ui/parts/Card.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { NO_TRACE, POINT_NOTE } from '../ui/words/report.ts';
import { CountyField } from './CountyField.tsx';
import { PhotoField } from './PhotoField.tsx';
import { ReportIcon } from './ReportIcon.tsx';
import css from './report.module.css';

type Props = {
  chosen: Gcj02 | null;
  shrink: (file: Blob) => Promise<string | null>;
  onSend: (draft: Draft) => void;
};

type Written = {
  readonly name: string;
  readonly address: string;
  readonly region: RegionCode | null;
  readonly withPoint: boolean;
  readonly text: string;
  readonly photo: string | null;
};
const EMPTY: Written = { name: '', address: '', region: null, withPoint: true, text: '', photo: null };

/** Where a station would be wanted, or stands and is on no list. A name and an address are enough. */
export function SuggestForm({ chosen, shrink, onSend }: Props) {
  const [written, put] = useState(EMPTY);
  const [missing, miss] = useState<'name' | 'address' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const isSent = useRef(false);
  const change = (part: Partial<Written>) => put({ ...written, ...part });
  const send = () => {
    const gap = gapIn(written);
    miss(gap);
    if (gap !== null) form.current?.querySelector<HTMLInputElement>(`[name=${gap}]`)?.focus();
    // Two quick taps are one place.
    if (gap !== null || isSent.current) return;
    isSent.current = true;
    onSend(draftOf(written, chosen));
  };
  return (
    <Card padded>
      <form
        ref={form}
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className={css.say}>哪儿缺一个歇脚的地方，或者有了没列出来，告诉当地工会。</p>
        <Line
          name="name"
          word="叫什么"
          hint="如：东门快递点旁边的小屋"
          missing="名字还没填。"
          most={MOST.name}
          value={written.name}
          isMissing={missing === 'name'}
          onWrite={(name) => change({ name })}
        />
        <Line
          name="address"
          word="在哪儿"
          hint="路名、门牌或者旁边有什么"
          missing="在哪儿还没填。"
          most={MOST.address}
          value={written.address}
          isMissing={missing === 'address'}
          onWrite={(address) => change({ address })}
        />
        <CountyField onPick={(region) => change({ region })} />
        <PointLine chosen={written.withPoint ? chosen : null} onDrop={() => change({ withPoint: false })} />
        <More written={written} change={change} shrink={shrink} />
        <Button weight="ink" type="submit" wide>
          <ReportIcon name="sent" />
          告诉工会
        </Button>
        <p className={css.hint}>{NO_TRACE}</p>
      </form>
    </Card>
  );
}

type MoreProps = Pick<Props, 'shrink'> & { written: Written; change: (part: Partial<Written>) => void };

function More({ written, change, shrink }: MoreProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={css.label}>
        补一句（可不写）
      </label>
      <textarea
        id={id}
        className={css.text}
        rows={3}
        maxLength={MOST.text}
        value={written.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <PhotoField photo={written.photo} onPhoto={(photo) => change({ photo })} shrink={shrink} />
    </>
  );
}

function gapIn({ name, address }: Written): 'name' | 'address' | null {
  if (name.trim() === '') return 'name';
  return address.trim() === '' ? 'address' : null;
}

function draftOf({ name, address, region, withPoint, text, photo }: Written, chosen: Gcj02 | null): Draft {
  const said = text.trim();
  return {
    kind: 'new-place',
    title: name.trim(),
    name: name.trim(),
    address: address.trim(),
    region,
    point: withPoint ? chosen : null,
    amenity: null,
    text: said === '' ? null : said,
    photo,
  };
}

type LineProps = {
  name: string;
  word: string;
  hint: string;
  missing: string;
  most: number;
  value: string;
  isMissing: boolean;
  onWrite: (text: string) => void;
};

function Line({ name, word, hint, missing, most, value, isMissing, onWrite }: LineProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={css.label}>
        {word}
      </label>
      <input
        id={id}
        name={name}
        className={css.input}
        autoComplete="off"
        required
        maxLength={most}
        value={value}
        onChange={(event) => onWrite(event.target.value)}
        aria-invalid={isMissing}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className={isMissing ? css.missing : css.hint} role={isMissing ? 'alert' : undefined}>
        {isMissing ? missing : hint}
      </p>
    </div>
  );
}

/** Said plainly: this one point is sent, and only because it was chosen for it. */
function PointLine({ chosen, onDrop }: { chosen: Gcj02 | null; onDrop: () => void }) {
  if (chosen === null) {
    return (
      <ButtonLink wide href="/map">
        <Icon name="pin" />
        到地图上选一个点（可不选）
      </ButtonLink>
    );
  }
  return (
    <div className={css.point}>
      <Icon name="pin" />
      <div>
        <b>地图上选的点</b>
        <p>
          经度 {chosen.lng.toFixed(5)}，纬度 {chosen.lat.toFixed(5)}。{POINT_NOTE}
        </p>
      </div>
      <Button onClick={onDrop}>不发这个点</Button>
    </div>
  );
}

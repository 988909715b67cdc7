import { Alert, Button, Input } from 'antd';
import { useEffect } from 'react';
import { POINT_METHODS } from '../../../../shared/station/station.ts';
import { POINT_METHOD_WORDS } from '../../../../shared/words/station.ts';
import { OneOf, optionsOf } from '../../../desk/parts/Chips.tsx';
import { useStart } from '../../../desk/parts/use-start.ts';
import { useMe } from '../../../desk/signed.tsx';
import { Field, FieldGroup } from '../parts/Field.tsx';
import { useFaultAt } from '../parts/fault.tsx';
import { FormSection, Row } from '../parts/Section.tsx';
import type { SectionProps } from '../props.ts';
import { type Placed, PointInput } from './PointInput.tsx';
import css from './place.module.css';
import { Stops } from './Stops.tsx';
import { type Located, type Locating, useLocating } from './use-locate.ts';

const METHODS = POINT_METHODS.filter((method) => method !== 'imported');

/** 位置: the point, the county it lies in, the address, and how to find the door. */
export function Place({ form, change }: SectionProps) {
  const locating = useLocating();
  const start = useStart(form.region);
  const { union } = useMe();
  const place = async ({ point, source, by }: Placed) => {
    const pointMethod = by === 'pasted' && source?.crs === 'wgs84' ? 'on-site' : 'picked';
    change({ point, source, pointMethod });
    const found = await locating.find(point);
    if (found === null || form.region !== null) return;
    // From above a county: the county where it stands answers for it, unless somebody says otherwise.
    const answers = found.inBranch && union.level !== 'county' && union.level !== 'town';
    change({ region: found.county, ...(answers && { union: found.county as string as typeof form.union }) });
  };
  // A draft that comes back with its point asks once more where that lies.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for the point the form opens with, and then with each new one
  useEffect(() => {
    if (form.point !== null) locating.find(form.point);
  }, []);
  return (
    <FormSection id="place" title="位置">
      <Field path="point" label="坐标" required>
        {(wiring) => <PointInput wiring={wiring} name="站点" point={form.point} start={start} onPlace={place} />}
      </Field>
      <County form={form} change={change} locating={locating} />
      <Row>
        <FieldGroup path="pointMethod" label="坐标怎么来的">
          <OneOf
            label="坐标怎么来的"
            options={optionsOf(METHODS, POINT_METHOD_WORDS)}
            value={form.pointMethod === 'imported' ? null : form.pointMethod}
            onChange={(pointMethod) => change({ pointMethod })}
          />
        </FieldGroup>
      </Row>
      <Address form={form} change={change} />
      {form.kind === 'mobile' && <Stops form={form} change={change} start={start} />}
    </FormSection>
  );
}

function Address({ form, change }: SectionProps) {
  return (
    <Row>
      <Field path="address" label="地址" required hint="路名和门牌，不用写省市。">
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={200}
            value={form.address}
            onChange={(event) => change({ address: event.target.value })}
          />
        )}
      </Field>
      <Field path="town" label="乡镇街道">
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={60}
            value={form.town}
            onChange={(event) => change({ town: event.target.value })}
          />
        )}
      </Field>
      <Field path="entrance" label="怎么找到门" hint="哪个门、几楼、旁边有什么，如：大堂左手边，保安室隔壁。">
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={200}
            value={form.entrance}
            onChange={(event) => change({ entrance: event.target.value })}
          />
        )}
      </Field>
    </Row>
  );
}

/** In which county the point lies; where that is another than the form says, a person chooses. */
function County({ form, change, locating }: SectionProps & { locating: Locating }) {
  const { union } = useMe();
  const { located, fault } = locating;
  const wrong = useFaultAt('region');
  const own = union.region === form.region ? union.name.replace(/总工会$/, '') : (form.region ?? '');
  const differs = located !== null && form.region !== null && located.county !== form.region;
  return (
    <div className={css.county} data-field="region">
      {fault !== null && <Alert type="warning" showIcon title={fault} />}
      {wrong !== null && <Alert type="error" showIcon title={wrong} role="alert" />}
      {located !== null && !differs && (
        <p role="status">
          在 <b>{located.name}</b>
          {!located.inBranch && '，不在你们工会的地界里'}。
        </p>
      )}
      {located?.inBranch && <Answering form={form} change={change} located={located} />}
      {differs && (
        <Alert
          type="warning"
          showIcon
          title={`这个点在${located.name}，登记的区划是${own}。`}
          description={
            <div className={css.choices}>
              <Button onClick={() => change({ region: located.county })}>区划改成{located.name}</Button>
              <span>要是点选错了，就在上面重选；站点在边界上、确实归{own}管，可以不改。</span>
            </div>
          }
        />
      )}
    </div>
  );
}

/** From above a county a station may be given to its county's union, or kept. */
function Answering({ form, change, located }: SectionProps & { located: Located }) {
  const { union } = useMe();
  if (union.level === 'county' || union.level === 'town') return null;
  const options = [
    { value: located.county as string, word: `${located.name}总工会` },
    { value: union.id, word: `本级：${union.name}` },
  ];
  return (
    <FieldGroup path="union" label="归谁管">
      <OneOf
        label="归谁管"
        options={options}
        value={form.union as string}
        onChange={(id) => change({ union: id as typeof form.union })}
      />
    </FieldGroup>
  );
}

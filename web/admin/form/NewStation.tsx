import { useState } from 'react';
import { newStationId } from '../../desk/parts/ids.ts';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { newPlace } from './kept.ts';
import { LeftDrafts } from './LeftDrafts.tsx';
import type { Form } from './model.ts';
import { OneTab } from './OneTab.tsx';
import { RegisterEditor } from './RegisterEditor.tsx';
import { useLeftDrafts } from './use-tab-hold.ts';

/** A form of its own for every new station, or one of those left over. */
export function NewStation({ first }: { first: Form }) {
  const [rolled] = useState(newStationId);
  const fresh = newPlace(rolled);
  const [chosen, choose] = useState<string | null>(null);
  const { left, drop } = useLeftDrafts();
  if (left === null) return <Loading />;
  if (chosen === null && left.length > 0) {
    return (
      <>
        <PageHead title="登记站点" />
        <LeftDrafts left={left} choose={({ place }) => choose(place)} drop={drop} other={() => choose(fresh)} />
      </>
    );
  }
  const place = chosen ?? fresh;
  return (
    <OneTab place={place} title="登记站点">
      <RegisterEditor station={null} stationId={rolled} place={place} first={first} />
    </OneTab>
  );
}

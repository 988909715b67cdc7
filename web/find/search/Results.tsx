import { Link } from 'wouter';
import type { StationCode } from '../../../shared/station/code.ts';
import { spacedCode } from '../../../shared/station/code.ts';
import type { Region } from '../../../shared/station/region.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { CallUnion } from '../../ui/parts/CallUnion.tsx';
import { Card } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import type { Here } from '../../ui/use-here.ts';
import { useLocate, usePorts, useSync } from '../../ui/use-ports.tsx';
import { countSentence, noteSentence } from '../../ui/words/search.ts';
import type { Listbox } from '../use-listbox.ts';
import { FoundRow } from './FoundRow.tsx';
import { type Findings, MOST, type Note } from './findings.ts';
import { type OptionProps, optionDress } from './option.ts';
import { PlaceRow } from './PlaceRow.tsx';
import css from './search.module.css';

type Props = {
  typed: string;
  findings: Findings;
  regions: readonly Region[] | null;
  here: Here | null;
  listbox: Listbox;
  onLeave: () => void;
  onType: (text: string) => void;
};

export function Results({ typed, findings, regions, here, listbox, onLeave, onType }: Props) {
  const { stations, unknownCode, places, note } = findings;
  const options = stations.length + (unknownCode === null ? 0 : 1);
  const optionAt = (at: number): OptionProps => ({
    id: listbox.optionId(at),
    isActive: listbox.active === at,
    onLeave,
  });
  return (
    <>
      <Count typed={typed} findings={findings} here={here} />
      {note !== null && <NoteCard note={note} near={stations.length} onType={onType} />}
      <div role="listbox" id={listbox.listId} aria-label="找到的">
        {options > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox, where a fieldset would be a group of controls
          <ul role="group" aria-label="驿站" className={css.rows}>
            {stations.map((match, at) => (
              <FoundRow key={match.row.code} match={match} typed={typed} here={here} option={optionAt(at)} />
            ))}
            {unknownCode !== null && <CodeRow code={unknownCode} option={optionAt(0)} />}
          </ul>
        )}
        {places.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <ul role="group" aria-label="地方" className={css.rows}>
            {places.map((place, at) => {
              const option = optionAt(options + at);
              return <PlaceRow key={option.id} place={place} regions={regions} typed={typed} option={option} />;
            })}
          </ul>
        )}
      </div>
      {options === 0 && places.length === 0 && note === null && <NotFound />}
    </>
  );
}

function Count({ typed, findings, here }: { typed: string; findings: Findings; here: Here | null }) {
  const locate = useLocate();
  const { stations, unknownCode, places, note } = findings;
  const isLast = here !== null && stations.length > 0 && locate.kind !== 'fix';
  const found = stations.length + (unknownCode === null ? 0 : 1);
  const words = countSentence({ typed: typed.trim(), stations: found, places: places.length, most: MOST });
  return (
    <p className={css.count} role="status">
      {note !== null && found === 0 ? '没找到' : words}
      {isLast && <span>，远近按上次的位置算</span>}
    </p>
  );
}

/** A right code the phone does not hold: its page brings it when there is a net. */
function CodeRow({ code, option }: { code: StationCode; option: OptionProps }) {
  return (
    <li role="none">
      <Link href={`/s/${code}`} {...optionDress(option, css.place)}>
        <Icon name="qr" />
        <span>
          <b>编码 {spacedCode(code)}</b>
          <span className={css.hint}>编码没错，手机里没有这个站，点开去查</span>
        </span>
        <Icon name="next" size="s" />
      </Link>
    </li>
  );
}

function NoteCard({ note, near, onType }: { note: Note; near: number; onType: (text: string) => void }) {
  const words = 'words' in note ? note.words : '';
  const digits = note.kind === 'wrong-length' ? note.digits : 0;
  return (
    <div className={css.note}>
      <Card padded>
        <p>{noteSentence(note.kind, { digits, near })}</p>
        <div className={css.acts}>
          {words !== '' && (
            <Button wide onClick={() => onType(words)}>
              <Icon name="search" />
              搜“{words}”
            </Button>
          )}
          {(note.kind === 'mistyped' || note.kind === 'wrong-length') && near === 0 && <CallUnion />}
        </div>
      </Card>
    </div>
  );
}

function NotFound() {
  const { table, busy } = useSync();
  const { locate } = usePorts();
  return (
    <Card padded>
      <p>{notFoundSentence(table !== null, busy)}</p>
      <div className={css.acts}>
        {table === null && !busy && (
          <Button wide onClick={() => locate.request()}>
            <Icon name="locate" />
            用手机定位，下载附近的
          </Button>
        )}
        <CallUnion />
      </div>
    </Card>
  );
}

function notFoundSentence(stored: boolean, busy: boolean): string {
  if (stored) return '换个写法试试，少打几个字也行。只搜得到手机里存了的城市。';
  return busy ? '正在下载驿站名单，下载好了就能搜。' : '手机里还没有驿站名单。联网下载一次，以后没网也能搜。';
}

import { Button } from 'antd';
import { useId, useState } from 'react';
import { PHOTOS_MOST } from '../../../shared/wire/record.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { shrinkPhoto } from '../../platform/photo.ts';
import { FieldGroup } from './parts/Field.tsx';
import { FormSection } from './parts/Section.tsx';
import css from './photos.module.css';
import type { SectionProps } from './props.ts';

/** `station`: whose photos they will be, when the server knows it already; else they are kept for the union. */
type Props = SectionProps & { station: string | null };

/** 照片: made small here before they are sent; the server draws them anew and keeps no place in them. */
export function Photos({ form, change, station }: Props) {
  const { photos } = form;
  const { said, add } = useAdding({ form, change, station });
  const move = (at: number, by: number) => {
    const list = [...photos];
    const [photo] = list.splice(at, 1);
    if (photo !== undefined) list.splice(at + by, 0, photo);
    change({ photos: list });
  };
  return (
    <FormSection id="photos" title="照片" note="最多 6 张，第一张最先看到：拍门脸，让人认得出。别拍到人脸。">
      <FieldGroup path="photos" label={`已有 ${photos.length} 张`} hint={<span role="status">{said}</span>}>
        <ul className={css.photos}>
          {photos.map((name, at) => (
            <Photo
              key={name}
              name={name}
              at={at}
              last={photos.length - 1}
              move={(by) => move(at, by)}
              drop={() => change({ photos: photos.filter((one) => one !== name) })}
            />
          ))}
        </ul>
        {photos.length < PHOTOS_MOST && <AddButton add={add} />}
      </FieldGroup>
    </FormSection>
  );
}

function AddButton({ add }: { add: (files: readonly File[]) => void }) {
  const id = useId();
  return (
    <label htmlFor={id} className={css.add}>
      <DeskIcon name="photo" />
      加照片
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          // The same file chosen once more is a choice too.
          event.target.value = '';
        }}
      />
    </label>
  );
}

/** Sends what was chosen, one after the other, and says how far it is. */
function useAdding({ form, change, station }: Props) {
  const { photos } = form;
  const [said, say] = useState('');
  const send = useSend(station === null ? { union: form.union } : { station });
  const add = async (files: readonly File[]) => {
    const names: string[] = [];
    const room = files.slice(0, PHOTOS_MOST - photos.length);
    for (const [i, file] of room.entries()) {
      say(`正在传第 ${i + 1} 张，共 ${room.length} 张`);
      const sent = await send(file);
      if (!sent.ok) return finish(names, `“${file.name}”没传上：${sent.why}`);
      names.push(sent.name);
    }
    finish(
      names,
      names.length < files.length ? `最多 ${PHOTOS_MOST} 张，多出来的没传。` : `传好了 ${names.length} 张。`,
    );
  };
  const finish = (names: readonly string[], text: string) => {
    change({ photos: [...new Set([...photos, ...names])] });
    say(text);
  };
  return { said, add };
}

type Sent = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly why: string };

function useSend(query: { readonly station?: string; readonly union?: string }): (file: File) => Promise<Sent> {
  const ask = useAsk();
  return async (file) => {
    const small = await shrinkPhoto(file, document);
    if (small === null) return { ok: false, why: '这个文件不是照片，或者打不开。' };
    const answer = await ask('photoPut', { query, upload: bytesOf(small) });
    return answer.ok ? { ok: true, name: answer.value.name } : { ok: false, why: unansweredText(answer.refusal) };
  };
}

function bytesOf(base64: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: 'image/jpeg' });
}

type PhotoProps = { name: string; at: number; last: number; move: (by: number) => void; drop: () => void };

function Photo({ name, at, last, move, drop }: PhotoProps) {
  const word = `第 ${at + 1} 张`;
  return (
    <li className={css.photo}>
      <img src={`/photos/${name}.webp`} alt={`${word}照片`} loading="lazy" />
      <div className={css.acts}>
        <Button size="small" disabled={at === 0} onClick={() => move(-1)} aria-label={`${word}往前挪`}>
          往前
        </Button>
        <Button size="small" disabled={at === last} onClick={() => move(1)} aria-label={`${word}往后挪`}>
          往后
        </Button>
        <Button size="small" onClick={drop} aria-label={`去掉${word}`}>
          去掉
        </Button>
      </div>
    </li>
  );
}

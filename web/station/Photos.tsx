import { useState } from 'react';
import type { PublicStation } from '../../shared/station/station.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Tag } from '../ui/parts/Card.tsx';
import { Dialog } from '../ui/parts/Dialog.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import own from './photos.module.css';
import { Section } from './Section.tsx';
import css from './station.module.css';

const MISSING = '照片要有网才看得到';
/** A photo is named by the hash of its bytes; anything else in the list is no photo. */
const HASH = /^[0-9A-Za-z_-]{6,128}$/;

export function photosOf({ photos }: Pick<PublicStation, 'photos'>): readonly string[] {
  return [...new Set(photos.filter((hash) => HASH.test(hash)))];
}

/** After the facts, fetched only when scrolled to; their boxes are there before them. */
export function Photos({ station }: { station: PublicStation }) {
  const [open, setOpen] = useState<number | null>(null);
  const photos = photosOf(station);
  if (photos.length === 0) return null;
  return (
    <Section title="照片">
      <ul className={own.photos}>
        {photos.map((hash, at) => (
          <li key={hash}>
            <button
              type="button"
              className={own.photo}
              aria-haspopup="dialog"
              aria-label={`看大图：${altOf(station, at, photos.length)}`}
              onClick={() => setOpen(at)}
            >
              <Picture hash={hash} alt="" />
            </button>
          </li>
        ))}
      </ul>
      {station.origin === 'synthetic' && (
        <p className={css.notes}>
          照片是画出来的，不是真的地方。<Tag>示例照片</Tag>
        </p>
      )}
      {open !== null && <Viewer station={station} at={open} onGo={setOpen} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function altOf({ name }: PublicStation, at: number, count: number): string {
  return count === 1 ? `${name}的照片` : `${name}的照片，第 ${at + 1} 张，共 ${count} 张`;
}

/** The box keeps its shape whether the picture comes or not; without it the box says why. */
function Picture({ hash, alt }: { hash: string; alt: string }) {
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <span className={own.noPhoto}>
        <Icon name="offline" size="s" />
        {MISSING}
      </span>
    );
  }
  return (
    <img
      src={`/photos/${hash}.webp`}
      alt={alt}
      width={800}
      height={600}
      loading="lazy"
      decoding="async"
      onError={() => setFailed(true)}
    />
  );
}

type ViewerProps = { station: PublicStation; at: number; onGo: (at: number) => void; onClose: () => void };

function Viewer({ station, at, onGo, onClose }: ViewerProps) {
  const photos = photosOf(station);
  const count = photos.length;
  const hash = photos[at];
  if (hash === undefined) return null;
  return (
    <Dialog title={count === 1 ? '照片' : `照片 ${at + 1} / ${count}`} onClose={onClose}>
      <div className={own.bigPhoto} key={hash}>
        <Picture hash={hash} alt={altOf(station, at, count)} />
      </div>
      {count > 1 && (
        <div className={css.two}>
          <Button disabled={at === 0} onClick={() => onGo(at - 1)}>
            上一张
          </Button>
          <Button disabled={at === count - 1} onClick={() => onGo(at + 1)}>
            下一张
          </Button>
        </div>
      )}
    </Dialog>
  );
}

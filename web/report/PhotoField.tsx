import { useId, useState } from 'react';
import { Button } from '../ui/parts/Button.tsx';
import { PHOTO_FAILED, PHOTO_NOTE } from '../ui/words/report.ts';
import { ReportIcon } from './ReportIcon.tsx';
import css from './report.module.css';

type Props = {
  photo: string | null;
  onPhoto: (photo: string | null) => void;
  shrink: (file: Blob) => Promise<string | null>;
};

/** One photo, made small on the phone before anything else happens to it. */
export function PhotoField({ photo, onPhoto, shrink }: Props) {
  const id = useId();
  const [standing, stand] = useState<'idle' | 'reading' | 'failed'>('idle');
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    stand('reading');
    const small = await shrink(file).catch(() => null);
    stand(small === null ? 'failed' : 'idle');
    if (small !== null) onPhoto(small);
  };
  return (
    <div className={css.photo}>
      {photo === null ? (
        <label htmlFor={id} className={css.pick}>
          <ReportIcon name="photo" />
          {standing === 'reading' ? '正在缩小' : '加一张照片（可不加）'}
          <input
            id={id}
            type="file"
            accept="image/*"
            disabled={standing === 'reading'}
            onChange={(event) => {
              take(event.target.files?.[0]);
              // The same file chosen once more is a choice too.
              event.target.value = '';
            }}
          />
        </label>
      ) : (
        <div className={css.shown}>
          <img src={`data:image/jpeg;base64,${photo}`} alt="要一起发的照片" />
          <Button onClick={() => onPhoto(null)}>
            <ReportIcon name="trash" size="s" />
            去掉照片
          </Button>
        </div>
      )}
      <p className={css.hint} role="status">
        {standing === 'failed' ? PHOTO_FAILED : PHOTO_NOTE}
      </p>
    </div>
  );
}

import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { readPlaque } from '../../../shared/search/plaque.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import type { Scanner } from '../../ui/ports.ts';
import { usePorts } from '../../ui/use-ports.tsx';
import { CAMERA_WORDS, type CameraTrouble, notPlaqueText } from '../../ui/words/search.ts';
import css from './scan.module.css';
import { useCamera } from './use-camera.ts';

/** The plaque at the door through the phone's camera, or from a picture of it; leads to its station. */
export function ScanDialog({ onClose }: { onClose: () => void }) {
  const scanner = useScanner();
  const [, go] = useLocation();
  const [said, say] = useState('');
  const open = (read: string) => {
    const plaque = readPlaque(read);
    if (!plaque.ok) {
      say(notPlaqueText(read, plaque.refusal.kind === 'code-check'));
      return;
    }
    const { code, tag } = plaque.value;
    onClose();
    go(`/s/${code}${tag === null ? '' : `?k=${tag}`}`);
  };
  return (
    <Dialog title="扫站牌" onClose={onClose}>
      {scanner === null && <p className={css.say}>{CAMERA_WORDS.cannot}</p>}
      {scanner && <Seeker scanner={scanner} onRead={open} />}
      <p className={css.said} role="alert">
        {said}
      </p>
      {scanner && <FromPhoto scanner={scanner} onRead={open} onFail={say} />}
      <p className={css.say}>扫不出来，就关掉这里，把站牌上的 15 位编码打进搜索框。</p>
    </Dialog>
  );
}

/** Undefined while it is being loaded, null when the browser reads no QR codes after all. */
function useScanner(): Scanner | null | undefined {
  const { scan } = usePorts();
  const [scanner, found] = useState<Scanner | null | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    if (scan === null) found(null);
    else {
      scan.load().then((loaded) => {
        if (isHere) found(loaded);
      });
    }
    return () => {
      isHere = false;
    };
  }, [scan]);
  return scanner;
}

type SeekerProps = { scanner: Scanner; onRead: (text: string) => void };

function Seeker({ scanner, onRead }: SeekerProps) {
  const { scan } = usePorts();
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera({ scanner: scan?.hasCamera === true ? scanner : null, video, onRead });
  const trouble: CameraTrouble | null = scan?.hasCamera === true ? camera.trouble : 'no-camera';
  return (
    <>
      <div className={css.view} data-off={trouble !== null || camera.isStopped}>
        <video ref={video} muted playsInline aria-label="相机画面" />
        {trouble === null && !camera.isStopped && <span className={css.aim} />}
        {camera.isStopped && <p>相机停了。</p>}
      </div>
      <p className={css.say} aria-live="polite">
        {trouble === null ? '对准站牌上的二维码，读到就打开。画面只在手机里看，不存也不发。' : CAMERA_WORDS[trouble]}
      </p>
      <div className={css.acts}>
        {camera.again !== null && (
          <Button weight="ink" wide onClick={camera.again}>
            <Icon name="qr" />
            {camera.isStopped ? '接着扫' : '再试一次'}
          </Button>
        )}
        {camera.lamp !== null && (
          <Button wide aria-pressed={camera.isLit} onClick={camera.lamp}>
            <Icon name="lamp" />
            {camera.isLit ? '关灯' : '开灯'}
          </Button>
        )}
      </div>
    </>
  );
}

type PhotoProps = { scanner: Scanner; onRead: (text: string) => void; onFail: (words: string) => void };

function FromPhoto({ scanner, onRead, onFail }: PhotoProps) {
  const pick = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const photo = target.files?.[0];
    // The same picture again is a new try.
    target.value = '';
    if (photo === undefined) return;
    const texts = await scanner.read(photo);
    const plaque = texts?.find((text) => readPlaque(text).ok) ?? texts?.[0];
    if (texts === null) onFail('这张照片打不开。换一张，或者把编码打进来。');
    else if (plaque === undefined) onFail('照片里没找到二维码。离近一点、正对着再拍一张。');
    else onRead(plaque);
  };
  return (
    <label className={css.photo}>
      <input type="file" accept="image/*" onChange={pick} />
      <Icon name="photo" />
      从照片里读
    </label>
  );
}

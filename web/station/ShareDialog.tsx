import { useEffect, useState } from 'react';
import type { PublicStation } from '../../shared/station/station.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Dialog } from '../ui/parts/Dialog.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { usePorts } from '../ui/use-ports.tsx';
import { type CardFacts, cardFacts } from './card/facts.ts';
import css from './share.module.css';

/** Pass a station on: by the phone's own sheet, as a link, or as a picture with a QR code for who reads no links. */
export function ShareDialog({ station, onClose }: { station: PublicStation; onClose: () => void }) {
  const { device } = usePorts();
  const [copied, setCopied] = useState<boolean | null>(null);
  const { share } = device;
  const url = new URL(`/s/${station.code}`, window.location.href).href;
  return (
    <Dialog title="分享这个驿站" onClose={onClose}>
      <div className={css.stack}>
        <div className={css.acts}>
          {share !== null && (
            <Button onClick={() => share({ title: station.name, url })}>
              <Icon name="share" />
              发给别人
            </Button>
          )}
          <Button onClick={() => device.copy(url).then(setCopied)}>
            <Icon name={copied === true ? 'check' : 'copy'} />
            <span aria-live="polite">{copied === true ? '复制好了' : '复制链接'}</span>
          </Button>
        </div>
        {copied === false && <p className={css.address}>没复制上，长按自己选：{url}</p>}
        <CardPicture station={station} url={url} />
      </div>
    </Dialog>
  );
}

type Picture = { readonly png: Blob; readonly address: string };

function CardPicture({ station, url }: { station: PublicStation; url: string }) {
  const { device, clock } = usePorts();
  const [facts] = useState(() => cardFacts(station, { now: clock.now(), url }));
  const picture = usePicture(facts);
  const [given, setGiven] = useState<'shared' | 'saved' | 'dropped' | null>(null);
  if (picture === 'failed') {
    return <p className={css.hint}>图片没做出来，用上面的链接一样能打开。</p>;
  }
  const title = `${station.name}（歇脚）`;
  const give = (png: Blob) => device.givePicture({ png, name: `歇脚 ${station.name}`, title }).then(setGiven);
  return (
    <>
      <div className={css.frame} aria-busy={picture === null}>
        {picture !== null && <img src={picture.address} alt={altOf(facts)} />}
      </div>
      <Button wide disabled={picture === null} onClick={() => picture !== null && give(picture.png)}>
        <Icon name={given === 'saved' ? 'check' : 'share'} />
        <span aria-live="polite">{given === 'saved' ? '图片存好了，在下载里' : '发图片或存下来'}</span>
      </Button>
      <p className={css.hint}>图片上的二维码，别人扫了就到这个驿站的页面。</p>
    </>
  );
}

/** The picture in words, for who does not see it. */
function altOf({ name, rows, code, isSynthetic }: CardFacts): string {
  const said = rows.map(({ label, text }) => `${label}：${text}`);
  return [`图片卡片：${name}`, ...said, `站点编码 ${code}`, ...(isSynthetic ? ['示例数据'] : [])].join('。');
}

/** Null while it is being drawn. */
function usePicture(facts: CardFacts): Picture | 'failed' | null {
  const [picture, setPicture] = useState<Picture | 'failed' | null>(null);
  useEffect(() => {
    let alive = true;
    let address: string | null = null;
    const draw = async (): Promise<void> => {
      const { drawCard } = await import('./card/draw.ts');
      const png = await drawCard(facts, document.createElement('canvas'));
      if (!alive) return;
      address = URL.createObjectURL(png);
      setPicture({ png, address });
    };
    draw().catch(() => alive && setPicture('failed'));
    return () => {
      alive = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [facts]);
  return picture;
}

import { Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { Reply } from '../../platform/ask.ts';
import { loadQr, QUIET, qrPath } from '../../ui/parts/qr-code.ts';
import css from './sign.module.css';

export type OfferFacts = Reply<'offerSecondFactor'>;

/** What an authenticator scans or takes by hand, and the field for its first code (`code`). */
export function Offer({ offer, isNeeded }: { offer: OfferFacts; isNeeded: boolean }) {
  return (
    <>
      <div className={css.offer}>
        <Square text={offer.uri} />
        <ol className={css.steps}>
          <li>手机上打开验证器应用（任何支持动态验证码的都行），扫这个码。</li>
          <li>
            扫不了就手工添加，密钥：
            <br />
            <span className={css.secret}>{offer.secret.match(/.{1,4}/g)?.join(' ')}</span>
          </li>
          <li>把应用里显示的六位数填在下面。</li>
        </ol>
      </div>
      <Form.Item
        name="code"
        label="验证码"
        rules={[{ required: isNeeded, whitespace: true, message: '输入应用里显示的六位数。' }]}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} />
      </Form.Item>
    </>
  );
}

function Square({ text }: { text: string }) {
  const [drawn, setDrawn] = useState<{ readonly path: string; readonly side: number } | null>(null);
  useEffect(() => {
    let isHere = true;
    loadQr().then(
      (make) => {
        const code = make(text);
        if (isHere) setDrawn({ path: qrPath(code), side: code.size + 2 * QUIET });
      },
      // The key can be typed instead, and stands beside it.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [text]);
  if (drawn === null) return <span className={css.square} />;
  return (
    <svg className={css.square} viewBox={`0 0 ${drawn.side} ${drawn.side}`} role="img" aria-label="给验证器扫的码">
      <path d={drawn.path} />
    </svg>
  );
}

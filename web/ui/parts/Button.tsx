import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import { Link } from 'wouter';
import css from './button.module.css';

/** `go`: the one pine button of a screen. `ink`: the main action when there is nowhere to go to. */
type Weight = 'plain' | 'go' | 'ink' | 'tall';
type Dress = { weight?: Weight; wide?: boolean };

function dress({ weight = 'plain', wide = false }: Dress): string {
  return `${css.button} ${weight === 'plain' ? '' : css[weight]} ${wide ? css.wide : ''}`;
}

export function Button({ weight, wide, ...rest }: Dress & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...rest} className={dress({ ...(weight && { weight }), ...(wide && { wide }) })} />;
}

/** A page of ours that looks like a button. */
export function ButtonLink({ weight, wide, href, children }: Dress & { href: string; children: React.ReactNode }) {
  return (
    <Link href={href} className={dress({ ...(weight && { weight }), ...(wide && { wide }) })}>
      {children}
    </Link>
  );
}

/** A link that leaves the app: a map app, the telephone. */
export function OutLink({ weight, wide, ...rest }: Dress & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a rel="noreferrer" {...rest} className={dress({ ...(weight && { weight }), ...(wide && { wide }) })} />;
}

/** Small icon-over-word button of the top bar. */
export function ToolButton({ boxed = false, ...rest }: { boxed?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...rest} className={`${css.tool} ${boxed ? css.boxed : ''}`} />;
}

/** An underlined action inside a sentence or strip. */
export function TextButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...props} className={css.link} />;
}

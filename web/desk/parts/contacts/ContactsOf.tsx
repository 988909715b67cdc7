import { Button } from 'antd';
import { useState } from 'react';
import { CONTACT_ROLE_WORDS } from '../../../../shared/words/station.ts';
import { dateText } from '../../../../shared/words/value.ts';
import { useAnswer } from '../../use-ask.tsx';
import { DeskIcon } from '../DeskIcon.tsx';
import { Failed } from '../Failed.tsx';
import { Loading } from '../Loading.tsx';
import { ContactDialog } from './ContactDialog.tsx';
import type { Contact } from './contact.ts';
import css from './contacts.module.css';
import { EraseDialog } from './EraseDialog.tsx';
import { RevealDialog } from './RevealDialog.tsx';

type Open = { readonly what: 'put' | 'reveal' | 'erase'; readonly contact: Contact | null };

/** The people behind a station, masked; who may see more says what for, and that is written down. */
export function ContactsOf({ id }: { id: string }) {
  const { data, error, refetch } = useAnswer('deskStation', { params: { id } });
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  const { contacts, mayContact } = data;
  return (
    <div className={css.contacts}>
      {contacts.length === 0 && <p>还没有联系人。</p>}
      <ul>
        {contacts.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            mayChange={mayContact}
            ask={(what) => setOpen({ what, contact })}
          />
        ))}
      </ul>
      {mayContact && (
        <Button icon={<DeskIcon name="plus" />} onClick={() => setOpen({ what: 'put', contact: null })}>
          登记联系人
        </Button>
      )}
      {open?.what === 'put' && <ContactDialog station={data.station.id} contact={open.contact} close={close} />}
      {open?.what === 'reveal' && open.contact && <RevealDialog contact={open.contact} close={close} />}
      {open?.what === 'erase' && open.contact && <EraseDialog contact={open.contact} close={close} />}
    </div>
  );
}

type RowProps = { contact: Contact; mayChange: boolean; ask: (what: Open['what']) => void };

function ContactRow({ contact, mayChange, ask }: RowProps) {
  const { role, name, mobileMasked, purpose, consentOn, mayReveal } = contact;
  const who = `${CONTACT_ROLE_WORDS[role]} ${name}`;
  return (
    <li className={css.row}>
      <div>
        <b>{who}</b> <span className={css.number}>{mobileMasked}</span>
        <p className={css.why}>
          用途：{purpose}；{dateText(consentOn)}本人同意
        </p>
      </div>
      <div className={css.acts}>
        {mayReveal && (
          <Button
            size="small"
            icon={<DeskIcon name="eye" />}
            aria-label={`看${who}的姓名和手机`}
            onClick={() => ask('reveal')}
          >
            看号码
          </Button>
        )}
        {mayChange && (
          <Button size="small" icon={<DeskIcon name="edit" />} aria-label={`改${who}`} onClick={() => ask('put')}>
            改
          </Button>
        )}
        {mayChange && (
          <Button size="small" icon={<DeskIcon name="trash" />} aria-label={`抹去${who}`} onClick={() => ask('erase')}>
            抹去
          </Button>
        )}
      </div>
    </li>
  );
}

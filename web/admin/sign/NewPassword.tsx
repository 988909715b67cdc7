import { Form, Input } from 'antd';
import { classesOf, PASSWORD_PROFILES, type ProfileName } from '../../../shared/actor/password.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import css from './sign.module.css';

type Props = { profile: ProfileName; username: string };

/** A new password, typed twice, with its rules and which of them are met. Fields `password` and `again`. */
export function NewPassword({ profile, username }: Props) {
  const typed: string = Form.useWatch('password') ?? '';
  return (
    <>
      <input
        className={css.unseen}
        type="text"
        autoComplete="username"
        value={username}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <Form.Item
        name="password"
        label="新密码"
        rules={[{ required: true, message: '想一个新密码。' }]}
        extra={<Rules profile={profile} typed={typed} username={username} />}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输一遍"
        dependencies={['password']}
        rules={[
          { required: true, message: '再输一遍新密码。' },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error('两遍不一样，再核对一下。')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

function Rules({ profile, typed, username }: Props & { typed: string }) {
  const { least, classes, history } = PASSWORD_PROFILES[profile];
  const hasName = username !== '' && typed.toLowerCase().includes(username.toLowerCase());
  const rules = [
    { text: `至少 ${least} 位`, isMet: Array.from(typed).length >= least },
    ...(classes > 1
      ? [{ text: `大写、小写、数字、符号里至少 ${classes} 种`, isMet: classesOf(typed) >= classes }]
      : []),
    { text: '不含用户名', isMet: typed !== '' && !hasName },
  ];
  return (
    <ul className={css.rules}>
      {rules.map(({ text, isMet }) => (
        <li key={text} className={`${css.rule} ${isMet ? css.met : ''}`}>
          <DeskIcon name={isMet ? 'check' : 'minus'} size="s" />
          {text}
          {isMet && <span className={css.unseen}>，做到了</span>}
        </li>
      ))}
      <li className={css.rule}>
        <DeskIcon name="minus" size="s" />
        不是常见密码{history > 1 ? `，也不是最近 ${history} 次用过的` : ''}
      </li>
    </ul>
  );
}

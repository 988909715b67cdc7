import type { BackupRefusal, InboxRefusal } from '../kernel/refusal.ts';
import type { Sentences } from './sentences.ts';

export const INBOX_SENTENCES: Sentences<InboxRefusal['kind']> = {
  'report-not-here': () => '这条反馈不在本会的收件箱里，刷新列表再看。',
};

export const BACKUP_SENTENCES: Sentences<BackupRefusal['kind']> = {
  'backup-exists': ({ name }) => `已经有 ${name} 这个文件，没有覆盖它。换个文件名，或加 --force。`,
  'backup-not-ours': ({ name }) => `${name} 不是本产品的备份文件，什么也没有动。`,
  'backup-broken': ({ part }) => `备份文件不完整，从“${part}”起对不上。什么也没有动，换一份备份。`,
  'backup-too-new': ({ version, known }) =>
    `这份备份是更新的程序做的（版本 ${version}，本程序认得到 ${known}）。先升级程序再恢复。`,
  'backup-other-key': () => '这份备份的操作日志不是用现在的 SECRET 写的。把 SECRET 设成做备份时的那个再恢复。',
  'backup-not-here': () => '数据库是 PostgreSQL，用它自己的 pg_dump 备份、pg_restore 恢复，步骤见说明。',
  'register-busy': () => '登记册正被别的程序打开，多半是服务还在运行。停掉服务再做。',
};

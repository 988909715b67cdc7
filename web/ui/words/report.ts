import type { Instant } from '../../../shared/kernel/instant.ts';
import { REPORT_STATE_WORDS } from '../../../shared/words/report.ts';
import type { ReportItem, ReportsState } from '../../sync/reports-state.ts';
import { followed, pastText } from './time.ts';

/** How a report stands, in one word and one sentence. `tone`: what the screen makes of it. */
export type ReportStatus = {
  readonly tone: 'hand' | 'kept' | 'going' | 'sent' | 'done' | 'not-done' | 'refused';
  readonly head: string;
  readonly say: string;
};

const LOST_WHEN_CLOSED = '这个浏览器不让存，发出去以前别关这一页。';

/** Held longer than for taking back: somebody is writing. Milliseconds. */
const WRITING = 30_000;

type Line = Pick<ReportsState, 'problem' | 'busy' | 'isKept'>;

export function reportStatus(item: Pick<ReportItem, 'stage' | 'told' | 'madeAt'>, line: Line): ReportStatus {
  const { stage, told, madeAt } = item;
  switch (stage.kind) {
    case 'held':
      return {
        tone: 'hand',
        head: '记下了',
        say: kept(stage.until - madeAt > WRITING ? '还在写，写完就发。' : '十秒后发给工会。', line),
      };
    case 'waiting':
      return waiting(line);
    case 'refused':
      return { tone: 'refused', head: '没收下', say: stage.sentence };
    case 'sent':
      return answered(told);
  }
}

/** Never says "sent" of what has not been answered. */
function waiting(line: Line): ReportStatus {
  const { problem, busy } = line;
  if (problem === 'captive')
    return { tone: 'kept', head: '还没发出去', say: kept('连上的网要先登录，登录以后自己发。', line) };
  if (problem === 'offline')
    return { tone: 'kept', head: '存在手机里', say: kept('没有网。连上网自己发，不用管它。', line) };
  if (problem === 'server' && !busy)
    return { tone: 'kept', head: '还没发出去', say: kept('没连上，过一会儿自己再发。', line) };
  return { tone: 'going', head: '正在发', say: kept('', line) };
}

function kept(sentence: string, { isKept }: Line): string {
  return isKept ? sentence : sentence + LOST_WHEN_CLOSED;
}

const SAY = {
  queued: '这会儿反馈的人多，排着队，不会丢。',
  received: '等工会来办，办了会在这里答复。',
  accepted: '工会已经受理，办完会在这里答复。',
} as const;

function answered(told: ReportItem['told']): ReportStatus {
  if (told === null) return { tone: 'sent', head: '发出去了', say: SAY.received };
  const head = REPORT_STATE_WORDS[told.state];
  if (told.state === 'resolved') return { tone: 'done', head, say: '' };
  if (told.state === 'dismissed') return { tone: 'not-done', head, say: '' };
  return { tone: 'sent', head: told.state === 'received' ? '发出去了' : head, say: SAY[told.state] };
}

/** `今天 14:20 说的`. */
export function saidText(at: Instant, now: Instant): string {
  return followed(pastText(at, now), '说的');
}

/** `刚刚问过`, `昨天 18:10 问过`: how old the union's state is. */
export function askedText(at: Instant, now: Instant): string {
  return now - at < 120_000 ? '刚刚问过' : followed(pastText(at, now), '问过');
}

export const NO_TRACE = '不用账号，不发你的位置。';
export const UNDO_NOTE = '点一下就记下，十秒内能撤回。';
export const PHOTO_NOTE = '照片会缩小，拍照的地点和时间会去掉。别拍到人脸和证件。';
export const PHOTO_FAILED = '这张照片读不了。换一张，或者不带照片发。';
export const POINT_NOTE = '地图上选的这一个点会一起发给工会。手机自己的位置不会发。';

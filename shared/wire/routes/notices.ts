import * as v from 'valibot';
import { EXIT_REASONS } from '../../station/command.ts';
import { OBJECTION_STATES } from '../../station/objection.ts';
import { regionText } from '../field.ts';
import { hexId, lineOrNull, text } from '../plain.ts';

const none = v.object({});
const code = v.pipe(v.string(), v.maxLength(40));
/** What an objection may be long, in characters. */
const OBJECTION_TEXT = { least: 10, most: 500 } as const;
const byObjection = v.object({ code, objection: hexId });

/** Public notices of stations that are to be given up, and objections to them. */
export const NOTICE_ROUTES = {
  notices: {
    summary: '正在公示退出的站点：在哪儿、为什么、公示到哪天',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/notices',
    params: none,
    query: v.object({ region: v.optional(regionText) }),
    reply: v.object({
      asOf: v.string(),
      items: v.array(
        v.object({
          code: v.string(),
          name: v.string(),
          /** The city it is in, as lists are grouped by; then the county. */
          city: v.string(),
          county: v.string(),
          address: v.string(),
          reasonCode: v.picklist(EXIT_REASONS),
          reason: v.string(),
          from: v.nullable(v.string()),
          until: v.nullable(v.string()),
          isSynthetic: v.boolean(),
        }),
      ),
    }),
  },
  objection: {
    summary: '对一个站点退出提异议；同一个编号再发一次，得到同一个查询码',
    method: 'POST',
    who: 'anyone',
    path: '/api/v1/notices/{code}/objections',
    params: v.object({ code }),
    query: none,
    body: v.object({
      id: hexId,
      text: v.pipe(
        text(OBJECTION_TEXT.most),
        v.check((said) => said.length >= OBJECTION_TEXT.least, '至少写 10 个字，说说为什么不该撤'),
      ),
      /** How the union may reach whoever objects; nobody has to say. */
      contact: lineOrNull(60),
    }),
    reply: v.object({ id: v.string(), lookup: v.string(), at: v.string() }),
  },
  objectionAnswer: {
    summary: '按查询码看一条异议怎么答复的',
    method: 'GET',
    who: 'anyone',
    path: '/api/v1/objections/{lookup}',
    params: v.object({ lookup: code }),
    query: none,
    reply: v.object({
      lookup: v.string(),
      code: v.string(),
      name: v.string(),
      at: v.string(),
      state: v.picklist(OBJECTION_STATES),
      answer: v.nullable(v.string()),
      answeredAt: v.nullable(v.string()),
    }),
  },
  objectionsTo: {
    summary: '一个站点收到的异议原文和答复，给答复它的工会看',
    method: 'GET',
    who: 'account',
    path: '/api/v1/notices/{code}/said',
    params: v.object({ code }),
    query: none,
    reply: v.object({
      items: v.array(
        v.object({
          id: v.string(),
          at: v.number(),
          text: v.string(),
          /** Whether the objector left a way to be reached; it is shown by `objectorReveal`. */
          hasContact: v.boolean(),
          state: v.picklist(OBJECTION_STATES),
          answer: v.nullable(v.string()),
          answeredAt: v.nullable(v.number()),
        }),
      ),
    }),
  },
  objectorReveal: {
    summary: '看提异议的人留的联系方式，看一次记一次',
    method: 'POST',
    who: 'account',
    path: '/api/v1/notices/{code}/objections/{objection}/contact',
    params: byObjection,
    query: none,
    body: v.object({ id: hexId }),
    reply: v.object({ contact: v.nullable(v.string()) }),
  },
  objectorErase: {
    summary: '删掉提异议的人留的联系方式，异议本身还在',
    method: 'POST',
    who: 'account',
    path: '/api/v1/notices/{code}/objections/{objection}/erasure',
    params: byObjection,
    query: none,
    body: v.object({ id: hexId }),
    reply: v.object({ at: v.number() }),
  },
} as const;

import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { sentence } from '../../../shared/words/sentence.ts';

/** One of every kind, total by type: a new kind stops this file from compiling until it has a sample. */
const SAMPLES: { readonly [K in Refusal['kind']]: Extract<Refusal, { readonly kind: K }> } = {
  'field-required': { kind: 'field-required', field: 'point.lng' },
  'field-type': { kind: 'field-type', field: 'toiletMetres', expected: 'number' },
  'field-range': { kind: 'field-range', field: 'lat', min: 3.4, max: 53.7 },
  'field-length': { kind: 'field-length', field: 'name', max: 60 },
  'field-choice': { kind: 'field-choice', field: 'access.modes.0', allowed: ['open-door', 'ask-staff'] },
  'field-format': { kind: 'field-format', field: 'at', example: '2026-11-26T14:20:00+08:00' },
  'field-date-early': { kind: 'field-date-early', field: 'deadline', notBefore: '2026-11-26' },
  'field-formula': { kind: 'field-formula', field: 'name' },
  'point-abroad': { kind: 'point-abroad', field: 'point', lng: 34.7, lat: 113.6 },
  'plaque-needs-origin': { kind: 'plaque-needs-origin', name: 'PUBLIC_ORIGIN' },
  'plaque-unpublished': { kind: 'plaque-unpublished', code: '410102100003791', status: 'retired' },
  'plaque-key-unknown': { kind: 'plaque-key-unknown', key: '7' },
  'plaque-key-current': { kind: 'plaque-key-current', key: '1' },
  'visit-tag': { kind: 'visit-tag', code: '410102100003791' },
  'visit-day': { kind: 'visit-day', from: '2026-11-12', to: '2026-11-26' },
  'notice-closed': { kind: 'notice-closed', code: '410102100003791' },
  'objection-unknown': { kind: 'objection-unknown', lookup: '4821 0937 5566' },
  'as-of-not-past': { kind: 'as-of-not-past', at: '2027-01-01T00:00:00+08:00' },
  'period-not-begun': { kind: 'period-not-begun', period: '2027-01' },
  'region-outside': { kind: 'region-outside', region: '110101' },
  'indicator-unknown': { kind: 'indicator-unknown', indicator: 'stock.nothing' },
  'row-unknown': { kind: 'row-unknown', row: '419900' },
  'figures-too-many': { kind: 'figures-too-many', max: 120 },
  'figures-busy': { kind: 'figures-busy' },
  'partner-key': { kind: 'partner-key' },
  'partner-unknown': { kind: 'partner-unknown' },
  'partner-ends': { kind: 'partner-ends', from: '2026-11-27', until: '2029-11-26' },
  'demand-name': { kind: 'demand-name', max: 80 },
  'demand-weight': { kind: 'demand-weight', max: 1_000_000 },
  'demand-datum': { kind: 'demand-datum' },
  'demand-place': { kind: 'demand-place' },
  'demand-formula': { kind: 'demand-formula' },
  'demand-unknown': { kind: 'demand-unknown' },
  'demand-withdrawn': { kind: 'demand-withdrawn' },
  'demand-limit': { kind: 'demand-limit', max: 50 },
  'cover-busy': { kind: 'cover-busy' },
  'submission-not-yours': { kind: 'submission-not-yours', step: 'sign' },
  'submission-step': { kind: 'submission-step', step: 'sign', state: 'returned' },
  'period-open': { kind: 'period-open', period: '2026-11', endsOn: '2026-11-30' },
  'notes-missing': { kind: 'notes-missing', count: 2 },
  'entry-unknown': { kind: 'entry-unknown' },
  'entry-required': { kind: 'entry-required', field: 'title' },
  'entry-not-of-station': { kind: 'entry-not-of-station', field: 'station' },
  'entry-future': { kind: 'entry-future', field: 'day', day: '2026-11-26' },
  'entry-number': { kind: 'entry-number', field: 'looked', min: 1, max: 500 },
  'entry-long': { kind: 'entry-long', field: 'note', max: 300 },
  'entry-above': { kind: 'entry-above', field: 'joined', of: 'participants' },
  'entry-early': { kind: 'entry-early', field: 'rectifiedOn', of: '2026-11-20' },
  'entry-taken': { kind: 'entry-taken', entry: 'a'.repeat(32) },
  'entry-withdrawn': { kind: 'entry-withdrawn' },
  'entry-cell': { kind: 'entry-cell', field: 'inspectedOn', text: '上周', expected: '2026-11-20' },
  'code-shape': { kind: 'code-shape', code: '12' },
  'code-check': { kind: 'code-check', code: '410102100003792' },
  'station-unknown': { kind: 'station-unknown', code: '410102100003791' },
  'region-unknown': { kind: 'region-unknown', region: '999999' },
  'union-unknown': { kind: 'union-unknown', union: '810000' },
  'step-not-allowed': { kind: 'step-not-allowed', step: 'open-notice', status: 'suspended' },
  'four-eyes': { kind: 'four-eyes', step: 'approve' },
  'not-permitted': { kind: 'not-permitted', step: 'retire' },
  'needs-approver': { kind: 'needs-approver', fields: ['name', 'point'] },
  'too-early': { kind: 'too-early', step: 'retire', notBefore: '2026-12-03' },
  'duplicate-unanswered': { kind: 'duplicate-unanswered', similar: ['410102100003791'] },
  'successor-unfit': { kind: 'successor-unfit', code: '410102100003791' },
  'move-too-far': { kind: 'move-too-far', metres: 312.4, max: 200 },
  'checklist-unmet': { kind: 'checklist-unmet', items: ['饮水', '标识'] },
  'objection-open': { kind: 'objection-open' },
  'separate-accounts': { kind: 'separate-accounts', functions: ['auditor', 'system-admin'] },
  'federation-code-taken': { kind: 'federation-code-taken', federationCode: 'F-1' },
  'file-missing': { kind: 'file-missing', name: '台账.csv' },
  'rev-stale': { kind: 'rev-stale', based: 3, current: 5 },
  'receipt-conflict': { kind: 'receipt-conflict', commandId: '00ff' },
  'lookup-shape': { kind: 'lookup-shape', lookup: '12' },
  'lookup-check': { kind: 'lookup-check', lookup: '4821 0937 5567' },
  'report-unknown': { kind: 'report-unknown', lookup: '4821 0937 5566' },
  'report-step-not-allowed': { kind: 'report-step-not-allowed', step: 'accept', state: 'resolved' },
  'picture-unreadable': { kind: 'picture-unreadable' },
  'serials-used-up': { kind: 'serials-used-up', region: '410102' },
  'file-too-large': { kind: 'file-too-large', bytes: 60_000_000, max: 50 * 1024 * 1024 },
  'file-unpacks-too-large': { kind: 'file-unpacks-too-large', max: 200 * 1024 * 1024 },
  'file-kind': { kind: 'file-kind', name: '台账.pdf' },
  'file-broken': { kind: 'file-broken', name: '台账.xlsx' },
  'file-has-macros': { kind: 'file-has-macros' },
  'file-encoding': { kind: 'file-encoding' },
  'file-no-header': { kind: 'file-no-header', wanted: ['站点名称', '地址'] },
  'file-too-many-rows': { kind: 'file-too-many-rows', max: 20000 },
  'file-too-wide': { kind: 'file-too-wide', max: 400 },
  'file-empty': { kind: 'file-empty' },
  'pack-not-ours': { kind: 'pack-not-ours' },
  'pack-too-new': { kind: 'pack-too-new', version: 2, known: 1 },
  'pack-truncated': { kind: 'pack-truncated', section: 'points' },
  'pack-length': { kind: 'pack-length', expected: 10, found: 9 },
  'pack-hash': { kind: 'pack-hash' },
  'pack-section': { kind: 'pack-section', section: 'points', problem: 'odd' },
  'not-found': { kind: 'not-found', path: '/api/v1/x' },
  'method-not-allowed': { kind: 'method-not-allowed', method: 'PUT' },
  'body-not-json': { kind: 'body-not-json' },
  'report-not-here': { kind: 'report-not-here' },
  'backup-exists': { kind: 'backup-exists', name: 'xiejiao.tar' },
  'backup-not-ours': { kind: 'backup-not-ours', name: 'xiejiao.tar' },
  'backup-broken': { kind: 'backup-broken', part: 'register.db' },
  'backup-too-new': { kind: 'backup-too-new', version: 2, known: 1 },
  'backup-other-key': { kind: 'backup-other-key' },
  'backup-not-here': { kind: 'backup-not-here' },
  'register-busy': { kind: 'register-busy' },
  'body-not-file': { kind: 'body-not-file' },
  'revision-waiting': { kind: 'revision-waiting' },
  'revision-unknown': { kind: 'revision-unknown' },
  'revision-not-yours': { kind: 'revision-not-yours' },
  'contact-unknown': { kind: 'contact-unknown' },
  'consent-needed': { kind: 'consent-needed', field: 'consent' },
  'task-unknown': { kind: 'task-unknown' },
  'task-done': { kind: 'task-done' },
  'photo-unknown': { kind: 'photo-unknown', field: 'photos' },
  'no-objection': { kind: 'no-objection' },
  'ledger-unknown': { kind: 'ledger-unknown', ledger: 'a'.repeat(32) },
  'ledger-state': { kind: 'ledger-state', state: 'committing' },
  'ledger-changed': { kind: 'ledger-changed', based: 2, current: 3 },
  'ledger-limit': { kind: 'ledger-limit', max: 20 },
  'outside-branch': { kind: 'outside-branch', region: '郑州市金水区' },
  'cursor-unknown': { kind: 'cursor-unknown' },
  'view-unknown': { kind: 'view-unknown' },
  'view-name-taken': { kind: 'view-name-taken', name: '待核对' },
  'views-full': { kind: 'views-full', max: 40 },
  'export-unknown': { kind: 'export-unknown' },
  'export-unfinished': { kind: 'export-unfinished' },
  'exports-busy': { kind: 'exports-busy', max: 2 },
  'nothing-to-export': { kind: 'nothing-to-export' },
  'not-signed-in': { kind: 'not-signed-in' },
  'fresh-sign-needed': { kind: 'fresh-sign-needed' },
  'sign-in-failed': { kind: 'sign-in-failed', attempts: 5, lockMinutes: 30 },
  'sign-in-lapsed': { kind: 'sign-in-lapsed' },
  'account-locked': { kind: 'account-locked', until: '14:50' },
  'code-wrong': { kind: 'code-wrong' },
  'code-used': { kind: 'code-used' },
  'set-up-code-wrong': { kind: 'set-up-code-wrong' },
  'password-wrong': { kind: 'password-wrong', field: 'password' },
  'password-weak': { kind: 'password-weak', field: 'password', why: 'classes', least: 10, classes: 3, history: 5 },
  'invite-unknown': { kind: 'invite-unknown' },
  'username-taken': { kind: 'username-taken', field: 'username', username: 'limin' },
  'account-unknown': { kind: 'account-unknown' },
  'own-account': { kind: 'own-account' },
  'union-loop': { kind: 'union-loop', field: 'edit.parent' },
  'union-too-deep': { kind: 'union-too-deep', field: 'edit.parent', max: 5 },
  'union-name-taken': { kind: 'union-name-taken', field: 'edit.name', name: '快递行业工会' },
  'union-in-use': { kind: 'union-in-use', unions: 1, stations: 12, accounts: 3 },
  'union-fixed': { kind: 'union-fixed' },
  'union-closed': { kind: 'union-closed', field: 'edit.parent' },
  'body-too-large': { kind: 'body-too-large', max: 65536 },
  'rate-limited': { kind: 'rate-limited', retrySeconds: 30 },
  overloaded: { kind: 'overloaded', retrySeconds: 5 },
  'protocol-too-new': { kind: 'protocol-too-new', version: 2, known: 1 },
  'foreign-origin': { kind: 'foreign-origin' },
  internal: { kind: 'internal' },
  'config-missing': { kind: 'config-missing', name: 'PUBLIC_ORIGIN' },
  'tiles-invalid': { kind: 'tiles-invalid', provider: 'tianditu', field: 'reviewNumber', expected: '审图号，必须有' },
  'config-invalid': { kind: 'config-invalid', name: 'PORT', expected: '1 到 65535 的整数' },
  'schema-too-new': { kind: 'schema-too-new', found: 9, known: 4 },
};

const all: readonly Refusal[] = Object.values(SAMPLES);

describe('the sentence of a refusal', () => {
  it('exists for every kind', () => {
    expect(all.length).toBeGreaterThanOrEqual(51);
    for (const [kind, refusal] of Object.entries(SAMPLES)) expect(refusal.kind).toBe(kind);
  });

  it.each(all.map((refusal) => [refusal.kind, refusal] as const))('%s is plain, friendly Chinese', (kind, refusal) => {
    const said = sentence(refusal);
    expect(said).toMatch(/。$/);
    expect(said).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(said.length).toBeLessThan(90);
    if (kind.includes('-')) expect(said).not.toContain(kind);
    expect(said).not.toMatch(/[{}$]|undefined|null|NaN|Infinity|\[object/);
    expect(said).not.toMatch(/[！!０-９]|请您|尊敬的|非法|无效|异常/);
  });

  it('says no two different things in the same words', () => {
    expect(new Set(all.map(sentence)).size).toBe(all.length);
  });

  it('names the field, the limit and the choices in words', () => {
    expect(sentence(SAMPLES['field-required'])).toBe('经度还没填，补上再提交。');
    expect(sentence(SAMPLES['field-range'])).toBe('纬度要在 3.4 到 53.7 之间，改一下再提交。');
    expect(sentence({ kind: 'field-range', field: 'k', min: 1, max: Number.POSITIVE_INFINITY })).toBe(
      '条数不能小于 1，改一下再提交。',
    );
    expect(sentence({ kind: 'field-range', field: 'k', min: Number.NEGATIVE_INFINITY, max: 50 })).toBe(
      '条数不能大于 50，改一下再提交。',
    );
    expect(sentence(SAMPLES['field-choice'])).toBe('第 1 个进门方式只能从这些里选：推门就进、跟店员说一声。');
    expect(sentence(SAMPLES['needs-approver'])).toContain('站点名称、坐标');
    expect(sentence(SAMPLES['separate-accounts'])).toContain('审计员、系统管理员');
    expect(sentence(SAMPLES['file-too-large'])).toContain('57.2 MB');
  });

  it('names steps and states in words, and stays calm about ones it does not know', () => {
    expect(sentence(SAMPLES['step-not-allowed'])).toBe('站点现在是“暂停”，不能做“开始公示”。刷新看看它的最新状态。');
    expect(sentence({ kind: 'step-not-allowed', step: 'constructor', status: 'toString' })).toBe(
      '站点现在是“现在的状态”，不能做“这一步”。刷新看看它的最新状态。',
    );
  });

  it('shows at most eight choices and says how many there are', () => {
    const allowed = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    expect(sentence({ kind: 'field-choice', field: 'x', allowed })).toBe(
      '这一项只能从这些里选：a、b、c、d、e、f、g、h等 10 种。',
    );
  });

  it('keeps a parser’s own words out of a type fault', () => {
    for (const expected of ['string', 'number', 'boolean', 'Array', 'Object', 'integer', '("a" | "b")', 'Date']) {
      expect(sentence({ kind: 'field-type', field: 'name', expected })).not.toMatch(/[A-Za-z]/);
    }
    expect(sentence({ kind: 'field-type', field: 'name', expected: '两位数字' })).toContain('两位数字');
  });
});

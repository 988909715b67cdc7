import { describe, expect, test } from 'vitest';
import type { DeskCommand, StepFacts, StepOutcome } from '../../server/store/port/desk.ts';
import type { Store } from '../../server/store/port.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { codeParts } from '../../shared/station/code.ts';
import type { Command } from '../../shared/station/command.ts';
import { decide } from '../../shared/station/decide.ts';
import { SETTING_DEFAULTS } from '../../shared/station/settings.ts';
import type { Station, StationId } from '../../shared/station/station.ts';
import { trailOf } from '../../shared/station/trail.ts';
import { date, factsOf, union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { command, NOON, newStation } from './world.ts';

const NOTHING = { changes: [], propose: null, answer: null, tasks: [], voidTasks: false, contactsTo: null } as const;
const WANG = 'wang';
const LI = 'li';
const QIAN = 'qian';

type Asking = { readonly actor: string; readonly command: Command };

/** What the room decides, without who may ask. */
function deciding({ actor, command: asked }: Asking): (facts: StepFacts) => Result<StepOutcome> {
  return ({ station, rows, successor }) => {
    const context = {
      actor: { id: actor, functions: ['officer', 'approver'] as const },
      at: NOON,
      settings: SETTING_DEFAULTS,
      trail: trailOf(rows),
      similar: [],
      successor,
      proposedBy: null,
    };
    const decided = decide(station, asked, context);
    return decided.ok ? ok({ ...NOTHING, changes: decided.value }) : decided;
  };
}

export function deskContract(engine: Engine): void {
  const stage = stageOn(engine);
  const by = (actor: string, id = stage.next.command()): DeskCommand =>
    command(id, { actor: { id: actor, union: union('410100') } });
  const step = (store: Store, station: StationId, asking: Asking) =>
    store.takeStep(by(asking.actor), { station, successor: null }, deciding(asking));
  const submitted = async (store: Store): Promise<StationId> => {
    const id = stage.next.id();
    const facts = factsOf(newStation(id));
    accepted(await step(store, id, { actor: WANG, command: { id: 'c', kind: 'draft', station: id, facts } }));
    accepted(await step(store, id, { actor: WANG, command: { id: 'c', kind: 'submit', duplicateAnswer: null } }));
    return id;
  };
  const approve = { id: 'c', kind: 'approve' } as const;
  const accept = { id: 'c', kind: 'accept', checklist: [] } as const;
  const stationOf = async (store: Store, id: StationId): Promise<Station> => one(await store.stationsById([id]));

  describe('two people at one station', () => {
    test('approving at once are told apart by the life cycle: one has done it, the other comes too late', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      for (let n = 0; n < 5; n++) {
        const id = await submitted(a);
        const answers = await Promise.all([
          step(a, id, { actor: LI, command: approve }),
          step(b, id, { actor: QIAN, command: approve }),
        ]);
        expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
        const late = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
        expect(late).toEqual([{ kind: 'step-not-allowed', step: 'approve', status: 'approved' }]);
        expect(await stationOf(a, id)).toMatchObject({ status: 'approved', rev: 3 });
        expect((await a.historyOf(id)).map((row) => row.step)).toEqual(['draft', 'submit', 'approve']);
      }
    }, 30_000);

    test('accepting fifty at once are given fifty codes, numbered without a gap', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const ids: StationId[] = [];
      for (let n = 0; n < 50; n++) {
        const id = await submitted(a);
        accepted(await step(a, id, { actor: LI, command: approve }));
        ids.push(id);
      }
      const receipts = await Promise.all(
        ids.map((id, n) => step(n % 2 === 0 ? a : b, id, { actor: LI, command: accept })),
      );
      const codes = receipts.flatMap((each) => accepted(each).receipt.stations.flatMap(({ code }) => code ?? []));
      expect(codes.map((code) => codeParts(code).serial).sort((x, y) => x - y)).toEqual(
        Array.from({ length: 50 }, (_, n) => n + 1),
      );
      expect((await a.verifyHistory()).brokenAt).toBeNull();
    }, 60_000);

    test('asking with one id at once do it once, and are told the same', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const id = await submitted(a);
      const asked = by(LI);
      const take = (store: Store) =>
        store.takeStep(asked, { station: id, successor: null }, deciding({ actor: LI, command: approve }));
      const [first, ...others] = await Promise.all([take(a), take(b), take(a)]);
      expect(others).toEqual([first, first]);
      expect(accepted(await take(b))).toMatchObject({ waiting: false, receipt: { stations: [{ id, rev: 3 }] } });
      expect((await a.historyOf(id)).length).toBe(3);
    });
  });

  describe('what a station has beside its record', () => {
    const proposing = (id: string, station: StationId) => () =>
      ok({
        ...NOTHING,
        propose: { id, station, reason: '门头换了', basedOn: 2, before: { name: '旧' }, patch: { name: '新' } },
      });

    test('keeps one revision waiting with its fields, tells so again, and ends it', async () => {
      const store = await stage.open();
      const station = await submitted(store);
      const id = stage.next.command();
      const on = { station, successor: null };
      const asked = by(WANG);
      const kept = accepted(await store.takeStep(asked, on, proposing(id, station)));
      expect(kept).toMatchObject({ waiting: true, receipt: { stations: [{ id: station, rev: 2 }] } });
      expect(accepted(await store.takeStep(asked, on, proposing(id, station)))).toEqual(kept);
      const { waiting } = (await store.deskFile(station)) ?? { waiting: null };
      expect(waiting).toMatchObject({ id, author: { id: WANG }, before: { name: '旧' }, patch: { name: '新' } });
      expect(await store.revisionStation(id)).toBe(station);
      const returned = { ...NOTHING, answer: { as: 'return', reason: '不一致' } } as const;
      accepted(await store.takeStep(by(LI), on, () => ok(returned)));
      expect((await store.deskFile(station))?.waiting).toBeNull();
      const rows = await store.historyAround([station], { before: 1e9, limit: 3 });
      expect(rows.map((row) => [row.subject, row.subjectId, row.step])).toEqual([
        ['revision', `${station}/${id}`, 'return'],
        ['revision', `${station}/${id}`, 'propose'],
        ['station', station, 'submit'],
      ]);
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    });

    test('never has two revisions waiting, however they come', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const station = await submitted(a);
      const propose = async (store: Store) => {
        const id = stage.next.command();
        return store.takeStep(by(WANG, id), { station, successor: null }, ({ waiting }) => {
          const made = proposing(id, station)().value;
          return ok({ ...made, answer: waiting === null ? null : { as: 'replace', reason: null } });
        });
      };
      await Promise.all([propose(a), propose(b), propose(a), propose(b)]);
      const steps = (await a.historyAround([station], { before: 1e9, limit: 50 })).map((row) => row.step);
      expect(steps.filter((each) => each === 'propose')).toHaveLength(4);
      expect(steps.filter((each) => each === 'replace')).toHaveLength(3);
    });

    test('gives a contact to its row alone, and takes it out of it again', async () => {
      const store = await stage.open();
      const station = await submitted(store);
      const contact = stage.next.command();
      const person = { id: contact, station, role: 'keeper', name: '王建国', mobile: '13912345678' } as const;
      const write = { ...person, purpose: '开门', consentOn: date('2026-11-01') };
      const change = (as: 'add' | 'reveal' | 'erase', over: object | null) =>
        store.changeContact(by(WANG), { contact, station }, () =>
          ok({
            step: as,
            write: over === null ? null : { ...write, ...over },
            reason: null,
            shown: { before: null, after: { role: 'keeper' } },
          }),
        );
      accepted(await change('add', {}));
      expect((await store.deskFile(station))?.contacts).toEqual([write]);
      accepted(await change('reveal', null));
      accepted(await change('erase', { name: '', mobile: '', purpose: '' }));
      expect((await store.deskFile(station))?.contacts).toEqual([]);
      expect(await store.contactStation(contact)).toBe(station);
      expect(await change('reveal', null)).toEqual({ ok: false, refusal: { kind: 'contact-unknown' } });
      const rows = await store.historyAround([station], { before: 1e9, limit: 50 });
      expect(rows.slice(0, 3).map((row) => row.step)).toEqual(['erase', 'reveal', 'add']);
      expect(JSON.stringify(rows)).not.toMatch(/王建国|13912345678/);
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    });

    test('goes with an example that is purged: a person written down there is a person all the same', async () => {
      const store = await stage.open();
      const { id: station } = one(await stage.register(store, [{ origin: 'synthetic' }]));
      const contact = stage.next.command();
      const write = {
        id: contact,
        station,
        role: 'keeper',
        name: '王建国',
        mobile: '13912345678',
        purpose: '开门',
      } as const;
      accepted(
        await store.changeContact(by(WANG), { contact, station }, () =>
          ok({
            step: 'add',
            write: { ...write, consentOn: date('2026-11-01') },
            reason: null,
            shown: { before: null, after: {} },
          }),
        ),
      );
      expect(await store.contactStation(contact)).toBe(station);
      expect(await store.purgeSynthetic()).toBe(1);
      expect(await store.contactStation(contact)).toBeNull();
      expect(await store.deskFile(station)).toBeNull();
    });

    test('remembers the tasks after an exit until each is done, once, or the station is back', async () => {
      const store = await stage.open();
      const station = await submitted(store);
      const tasks = (['plaque-recovered', 'amap-delisted'] as const).map((kind) => ({
        id: stage.next.command(),
        station,
        kind,
        due: date('2026-12-22'),
      }));
      const on = { station, successor: null };
      accepted(await store.takeStep(by(LI), on, () => ok({ ...NOTHING, tasks })));
      const [first] = tasks;
      const finish = () =>
        store.finishTask(by(WANG), { task: first?.id ?? '', evidence: '标牌已带回' }, () => ok(true));
      accepted(await finish());
      expect(await finish()).toEqual({ ok: false, refusal: { kind: 'task-done' } });
      const listed = (await store.deskFile(station))?.tasks.map(({ kind, doneBy }) => [kind, doneBy]);
      expect(listed).toEqual([
        ['plaque-recovered', WANG],
        ['amap-delisted', null],
      ]);
      accepted(await store.takeStep(by(LI), on, () => ok({ ...NOTHING, voidTasks: true })));
      expect((await store.deskFile(station))?.tasks).toEqual([]);
    });

    test('is found around a place by county or by box, while it stands', async () => {
      const store = await stage.open();
      const id = await submitted(store);
      const { point, region } = await stationOf(store, id);
      const box = [point.lng - 0.001, point.lat - 0.001, point.lng + 0.001, point.lat + 0.001] as const;
      const far = [100, 30, 100.1, 30.1] as const;
      const found = async (regions: readonly Station['region'][], within: typeof box | typeof far) =>
        (await store.standingNear(regions, within)).map((station) => station.id);
      expect(await found([], box)).toEqual([id]);
      expect(await found([region], far)).toEqual([id]);
      expect(await found([], far)).toEqual([]);
      accepted(await step(store, id, { actor: LI, command: approve }));
      accepted(await step(store, id, { actor: LI, command: { id: 'c', kind: 'abandon', reason: '没谈成' } }));
      expect(await found([region], box)).toEqual([]);
    });
  });
}

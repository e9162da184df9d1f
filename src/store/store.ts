import type {Course} from '../curriculum/course.js';
import {KnsError} from '../errors.js';
import {awaitsRescue} from './awaits-rescue.js';
import {openChanges} from './changes.js';
import {chunk} from './chunk.js';
import {openCourses} from './courses.js';
import {bringBack, type Ground, isCovered, isWorthKeeping, openGround} from './ground.js';
import {newKey, recordIds} from './ids.js';
import {learnerOf} from './keys.js';
import {openLearners} from './learners.js';
import {openStudy} from './open-study.js';
import {ownStandings} from './own-standing.js';
import type {DeviceKey, LearnerKey} from './reckoning/record.js';
import {below, emptyStanding} from './reckoning/standing.js';
import {restoreFromTwin} from './restore-from-twin.js';
import {
  type KeepingState,
  type Store,
  storeApi,
  type StoreOptions,
  type Witness,
} from './store-contract.js';
import type {Moment} from './stream.js';
import type {Study} from './study.js';
import {whenOpen} from './when-open.js';
import {keepWitness} from './witness.js';

export type {Learner, LearnerRow} from './learner.js';
export type {Backup, KeepingState, Store, StoreOptions, Witness} from './store-contract.js';

/**
 * Opens what this device keeps. Returns at once: every method waits for the database by itself,
 * and where that cannot be had the same methods work in memory.
 */
export function openStore({
  name = 'kynangso',
  persist,
  backup,
  usedBefore,
  twinPlace,
  recordsIn,
  now = Date.now,
  timezone = () => -new Date().getTimezoneOffset(),
  newId: injectedId,
  fetch: request = (input, init) => fetch(input, init),
  shared = false,
  courses: keepingIn = (database) => openCourses({database, fetch: request, now}),
}: StoreOptions = {}): Store {
  const changes = openChanges(name);
  const stateListeners = new Set<(state: KeepingState) => void>();
  /** Courses of which the second copy holds nothing that is not here as well. */
  const settled = new Set<string>();
  /** One at a time per course: who comes meanwhile waits for the same rescue. */
  const rescuing = new Map<string, Promise<void>>();
  const studies = new Map<string, Promise<Study>>();
  const writing = new Set<Promise<unknown>>();
  let state: KeepingState = 'ready';
  let device: DeviceKey = newKey();
  const newId = injectedId ?? recordIds(now, () => device);
  let incarnation = '';
  let rolledBack = false;
  let persisting = false;
  let isDurable = false;

  function enter(next: KeepingState): void {
    if (state === next) return;
    state = next;
    tell();
  }

  function tell(): void {
    for (const listener of [...stateListeners]) listener(state);
  }

  const opening = openGround({name, shared, backup, usedBefore, twinPlace, emptied, cameBack}).then(
    (ground): Ground => {
      ({device, rolledBack} = ground);
      ({incarnation, durable: isDurable} = ground.database);
      enter(ground.state);
      if (rolledBack) changes.announce(['device']);
      return ground;
    },
  );
  const database = whenOpen(async () => (await opening).database);
  const courses = keepingIn(database);
  const {inHand} = courses;
  const opened = opening.then(
    () => state,
    () => {
      enter('broken');
      return state;
    },
  );

  /** The streams written so far are gone: going on under their name would count them from 1 again. */
  function emptied(next: string): void {
    // What was written since the second copy was is known to this page alone.
    keeper?.flush();
    incarnation = next;
    const row = {device: newKey()};
    device = row.device;
    // A tab that was quicker has named the device already; its rows carry that name.
    void nameDevice(row)
      .then(backFromTwin)
      .catch(() => undefined);
    enter('lost');
  }

  /** Where the twin was left standing and the second copy knows of nothing more, nobody needs to hear of a loss. */
  async function backFromTwin(): Promise<void> {
    const {twin, database: own} = await opening;
    if (!twin || !(await restoreFromTwin(own, twin, 'thorough'))) return;
    const witness = await backup?.read([]);
    if (witness && !(await isCovered(database, witness))) return;
    await goOnFrom(witness);
    cameBack();
  }

  /** Nobody is to see a course in between of which only a part is back. */
  async function goOnFrom(witness: Witness | undefined): Promise<void> {
    settled.clear();
    if (witness) await bringBack(database, witness);
    for (const course of inHand.values()) await rescued(course);
    enter('ready');
    await keeper?.write();
    changes.announce(['state', 'learners']);
    changes.refreshAll();
  }

  function cameBack(): void {
    changes.announce(['device', 'learners', 'received', 'roster', 'reports', 'sessions']);
    changes.refreshAll();
  }

  const nameDevice = (row: {device: DeviceKey}) =>
    database.write(['keys'], async (tx) => {
      if (!(await tx.get('keys', 'device'))) tx.put('keys', 'device', row);
    });

  const keeper =
    backup &&
    keepWitness({
      database,
      backup,
      ground: () =>
        ['ready', 'rolled-back', 'wiped'].includes(state) ? {incarnation, device} : undefined,
      courses: () => [...inHand.values()].filter(({id}) => settled.has(id)),
    });

  const momentOf = (learner: LearnerKey, course: Course): Moment => ({
    learner,
    course,
    at: now(),
    tz: timezone(),
    newId,
  });
  const own = ownStandings(
    () => device,
    (learner, id) => {
      const course = inHand.get(id);
      // Answers held beside the database have their numbers; their study takes them in and judges.
      return course && !backup?.held().length ? momentOf(learner, course) : undefined;
    },
    () => keeper?.later(),
  );
  // A learner's first lesson needs none of it.
  const receiving = async () =>
    (await chunk(import('./receiving.js'))).openReceiving({
      database,
      changes,
      backup,
      now,
      own,
      device: () => device,
      renamed(name) {
        device = name;
        keeper?.renew();
      },
      store,
      secured: () => opening.then(({twin}) => twin?.settled()),
    });

  /** Once per course: from then on the second copy may be written anew. */
  async function settle(course: Course): Promise<void> {
    inHand.set(course.id, course);
    if (settled.has(course.id) || state === 'lost') return;
    // Tried again when the course is next opened; until then its second copy is left alone.
    await rescued(course).catch(() => undefined);
  }

  function rescued(course: Course): Promise<void> {
    const {id} = course;
    let work = rescuing.get(id);
    if (!work) {
      work = rescueNow(course).finally(() => rescuing.delete(id));
      rescuing.set(id, work);
    }
    return work;
  }

  async function rescueNow(course: Course): Promise<void> {
    if (backup && (await awaitsRescue(database, course.id))) {
      const {rescue} = await chunk(import('./rescue.js'));
      const {admit} = await receiving();
      const wasMissing = await rescue(course, {database, backup, admit, now});
      if (rolledBack && wasMissing) enter('rolled-back');
    }
    settled.add(course.id);
  }

  function lessonCompleted(): void {
    if (persisting || !persist) return;
    persisting = true;
    persist().catch(() => undefined);
  }

  async function studyOf(course: Course, key: LearnerKey): Promise<Study> {
    await settle(course);
    const ground = await opening;
    const study = await openStudy(key, course, {
      database: ground.database,
      changes,
      backup,
      device: () => device,
      moment: () => momentOf(key, course),
      written(position) {
        if (state === 'wiped') enter('ready');
        keeper?.note(key, course.id, position);
      },
      lessonCompleted,
      recordsIn,
      writing(work) {
        const done = () => writing.delete(work);
        writing.add(work);
        work.then(done, done);
      },
    });
    if (!below(study.snapshot.standing, emptyStanding)) {
      // A code of theirs came.
      if (state === 'wiped') enter('ready');
      // The second copy may have been cleared alone.
      keeper?.later();
    }
    return study;
  }

  changes.subscribe((topics) => {
    if (topics === 'all' || topics.has('learners')) tell();
    if (topics === 'all') return;
    // Whoever was removed must not come back with what this page remembers for its second copy.
    if (topics.has('learners')) keeper?.renew();
    if (topics.has('device')) {
      void database
        .read(['keys'], (tx) => tx.get('keys', 'device'))
        .then(
          (row) => (device = row?.device ?? device),
          () => undefined,
        );
    }
    // Another tab brought back what was lost, or started anew.
    if (topics.has('state') && state === 'lost') {
      void backup?.read([]).then(
        (witness) => {
          const isSettled = !witness || !isWorthKeeping(witness);
          if (!isSettled && witness.incarnation !== incarnation) return;
          settled.clear();
          enter('ready');
          for (const course of inHand.values()) void settle(course);
        },
        () => undefined,
      );
    }
  });

  const {leave, comeBack, ...learners} = openLearners(
    database,
    changes,
    backup,
    now,
    own,
    () => isDurable,
  );

  // Whoever was being forgotten when the browser died.
  database
    .read(['tombstones'], (tx) => tx.all('tombstones'))
    .then(async (rows) => {
      if (rows.some(({forgetting}) => forgetting)) await (await receiving()).goOnForgetting();
    })
    .catch(() => undefined);

  const store: Store = {
    api: storeApi,
    get state() {
      return state;
    },
    awake: true,
    opened,
    courses,
    ...learners,
    learnerOf,

    async study(course, learner) {
      await opened;
      const key = learner ?? (await learners.currentLearner()).key;
      const id = `${key}/${course.id}/${course.version}`;
      let study = studies.get(id);
      if (!study) {
        study = studyOf(course, key);
        studies.set(id, study);
        study.catch(() => studies.delete(id));
      }
      return study;
    },

    async removeLearner(key) {
      await opened;
      const {removeLearner} = await import('./remove-learner.js');
      const renamed = await removeLearner(key, database, changes, backup, {
        name,
        twin: (await opening).twin,
        twinPlace,
        isOutOfReach: !isDurable && (state === 'broken' || state === 'newer'),
      });
      device = renamed ?? device;
      for (const id of studies.keys()) if (id.startsWith(`${key}/`)) studies.delete(id);
      await keeper?.write();
    },

    // Only a page has another store to put in this one's place.
    setShared: () => Promise.resolve(),

    admit: async (...given) => (await receiving()).admit(...given),
    received: async (course) => (await receiving()).received(course),
    setAdmitted: async (...given) => (await receiving()).setAdmitted(...given),
    nameLearner: async (key, given) => (await receiving()).nameLearner(key, given),
    async exchange() {
      await opened;
      return (await receiving()).exchange;
    },
    async roster() {
      await opened;
      const {openRoster} = await chunk(import('./open-roster.js'));
      return openRoster({database, changes, now, device: () => device});
    },
    async reports() {
      await opened;
      const {openReports} = await chunk(import('./open-reports.js'));
      return openReports({database, changes, device: () => device});
    },
    async sessions() {
      await opened;
      const {openSessions} = await chunk(import('./sessions.js'));
      return openSessions({database, changes, device: () => device});
    },
    watchReceived: (listener) =>
      changes.subscribe((topics) => {
        if (topics === 'all' || topics.has('received') || topics.has('roster')) listener();
      }),

    async recover(how) {
      await opened;
      if (state !== 'lost') return;
      let witness: Witness | undefined;
      if (how === 'restore') {
        witness = await backup?.read([...inHand.values()]);
        // Cleared together with the database: nothing comes back by itself, and nobody is to believe it did.
        if (!witness || !isWorthKeeping(witness)) {
          throw new KnsError('storage-lost', 'No second copy.');
        }
      } else {
        // Where it cannot be had its rows come back one day: a surprise, but no loss.
        await (await opening).twin?.drop((rows) => rows.clear()).catch(() => undefined);
        await backup?.write(
          {incarnation, device, cleared: true, streams: {}, learners: [], standings: []},
          [],
        );
      }
      await goOnFrom(witness);
    },

    async settled() {
      while (writing.size > 0) await Promise.allSettled(writing);
      await opening
        .then(({twin, inStep}) => inStep.then(() => twin?.settled()))
        .catch(() => undefined);
    },

    flush() {
      leave();
      keeper?.flush();
    },
    refresh() {
      comeBack();
      changes.refreshAll();
    },

    watchState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },

    async close() {
      keeper?.stop();
      changes.close();
      database.close();
      await opened;
    },
  };
  return store;
}

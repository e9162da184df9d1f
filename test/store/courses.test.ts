import {expect} from '@open-wc/testing';
import type {Fact} from '../../src/curriculum/facts.js';
import {KnsError} from '../../src/errors.js';
import {openCourses} from '../../src/store/courses.js';
import {type OpenDatabase, openDatabase} from '../../src/store/database.js';
import {type Classroom, classroom, morning, newName} from './classroom.js';

const src = 'https://hoc.example/khoa/course.json';

let room: Classroom;
let database: OpenDatabase;
let name: string;

beforeEach(async () => {
  room = await classroom();
  name = newName();
  database = await openDatabase(name);
});

afterEach(() => {
  database.close();
  indexedDB.deleteDatabase(name);
});

/** A server with the classroom's files; it can fail, hang, or send something else. */
function server() {
  const asked: [file: string, cache: string | undefined][] = [];
  const waiting: (() => void)[] = [];
  const state = {network: 'up' as 'up' | 'down' | 'hanging', now: morning};
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const file = new URL(input instanceof Request ? input.url : input).pathname.split('/').pop()!;
    asked.push([file, init?.cache]);
    if (state.network === 'hanging') await new Promise<void>((resolve) => waiting.push(resolve));
    if (state.network === 'down') throw new TypeError('Failed to fetch');
    const text = room.files.get(file);
    return text === undefined ? new Response('', {status: 404}) : new Response(text);
  };
  const courses = (patience?: number) =>
    openCourses({
      database,
      fetch: answer,
      now: () => state.now,
      ...(patience !== undefined && {patience}),
    });
  return {
    asked,
    state,
    courses,
    recover: () => {
      state.network = 'up';
      for (const go of waiting.splice(0)) go();
    },
  };
}

const failureOf = async (work: Promise<unknown>): Promise<KnsError> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof KnsError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
};

const kept = (key: string) => database.read(['courses'], (tx) => tx.get('courses', key));
const fileOf = (id: string) => [...room.files.keys()].find((file) => file.startsWith(`${id}.`))!;

/** What a search looks through, published beside the classroom's course. */
async function withSearch() {
  const text = JSON.stringify({format: 1, lessons: [], names: [], fallbacks: []});
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const search = {file: 'search.01234567.json', sha256, bytes: bytes.length};
  room.files.set(search.file, text);
  const course: unknown = JSON.parse(room.files.get('course.json')!);
  room.files.set('course.json', JSON.stringify({...(course as object), search}));
  return {...search, text};
}

describe('a course', () => {
  it('fetches what a search looks through once somebody searches, and keeps it for the day without a network', async () => {
    const {file, text} = await withSearch();
    const {asked, courses, state} = server();
    const online = courses();
    const course = await online.load(src);
    expect(asked.flat()).not.to.contain(file);
    expect(await online.text(course, course.course.search!)).to.equal(text);
    state.network = 'down';
    const offline = courses();
    const kept = await offline.load(src);
    expect(await offline.text(kept, kept.course.search!)).to.equal(text);
  });

  it('keeps what a search looks through with all the rest', async () => {
    const {file, sha256} = await withSearch();
    const {asked, courses} = server();
    const all = courses();
    const course = await all.load(src);
    await all.keepAll(course);
    await all.keepAll(course);
    expect(asked.flat().filter((one) => one === file)).to.have.length(1);
    expect(await database.read(['files'], (tx) => tx.keys('files'))).to.contain(sha256);
  });

  it('refuses an index whose bytes are not what the course promises', async () => {
    const {file} = await withSearch();
    room.files.set(file, '{"format":1}');
    const {courses} = server();
    const course = await courses().load(src);
    const damaged = await failureOf(courses().text(course, course.course.search!));
    expect(damaged.code).to.equal('lesson-damaged');
  });

  it('brings its first lesson with it, so that one request is enough to begin', async () => {
    const {asked, courses} = server();
    const course = await courses().load(src);
    expect((await courses().lesson(course, 'b01')).questions).to.have.length(2);
    expect(course.from).to.equal('network');
    expect(asked).to.deep.equal([['course.json', 'no-cache']]);
  });

  it('is asked for once although two elements want it, and given to both', async () => {
    const {asked, courses} = server();
    const shared = courses();
    const [one, two] = await Promise.all([shared.load(src), shared.load(src)]);
    expect(one).to.equal(two);
    expect(asked).to.have.length(1);
  });

  it('opens before the database does', async () => {
    const never = new Promise<never>(() => undefined);
    const courses = openCourses({
      database: {
        read: () => never,
        write: () => never,
        amend: () => never,
        close: () => undefined,
      },
      fetch: () => Promise.resolve(new Response(room.files.get('course.json'))),
      now: () => morning,
    });
    const course = await courses.load(src);
    expect((await courses.lesson(course, 'b01')).id).to.equal('b01');
  });

  it('opens from the kept copy when the network is gone, dated', async () => {
    const {state, courses} = server();
    const course = await courses().load(src);
    await courses().keepAll(course);
    state.network = 'down';
    state.now += 86_400_000;
    const again = await courses().load(src);
    expect(again).to.include({from: 'kept', keptOn: morning});
    expect((await courses().lesson(again, 'b02')).id).to.equal('b02');
  });

  it('opens from the kept copy when the network hangs, and keeps what comes later', async () => {
    const {state, courses, recover} = server();
    await courses().load(src);
    state.network = 'hanging';
    state.now += 1000;
    expect((await courses(0).load(src)).from).to.equal('kept');
    recover();
    for (;;) {
      const row = await kept(src);
      if (row?.keptOn === state.now) break;
    }
  });

  it('waits for a hanging network when there is nothing else', async () => {
    const {state, courses, recover} = server();
    state.network = 'hanging';
    const loading = courses(0).load(src);
    expect(await kept(src)).to.equal(undefined);
    recover();
    expect((await loading).from).to.equal('network');
  });

  it('damaged on its way is refused for the kept copy, and named where there is none', async () => {
    const {courses} = server();
    const sound = room.files.get('course.json')!;
    room.files.set('course.json', sound.slice(0, -20));
    const damaged = await failureOf(courses().load(src));
    expect(damaged.code).to.equal('course-invalid');
    expect(damaged.issues[0]!.code).to.equal('not-json');

    room.files.set('course.json', sound);
    await courses().load(src);
    room.files.set('course.json', sound.replace('"lang":"vi"', '"lang":5'));
    expect((await courses().load(src)).from).to.equal('kept');
  });

  it('that was never there is unreachable', async () => {
    const {state, courses} = server();
    expect((await failureOf(courses().load('https://hoc.example/khac.json'))).code).to.equal(
      'course-unreachable',
    );
    state.network = 'down';
    expect((await failureOf(courses().load(src))).code).to.equal('course-unreachable');
  });

  it('of a format to come is named as such', async () => {
    const {courses} = server();
    room.files.set('course.json', JSON.stringify({...room.course, format: 2}));
    expect((await failureOf(courses().load(src))).code).to.equal('course-newer-format');
  });

  it('stops waiting for one element that left, not for the others', async () => {
    const {state, courses, recover} = server();
    state.network = 'hanging';
    const shared = courses();
    const leaving = new AbortController();
    const [gone, stays] = [shared.load(src, {signal: leaving.signal}), shared.load(src)];
    leaving.abort();
    expect(await gone.catch((error: DOMException) => error.name)).to.equal('AbortError');
    recover();
    expect((await stays).from).to.equal('network');
  });
});

describe('a lesson file', () => {
  it('is fetched once, kept, and served from the database afterwards', async () => {
    const {asked, courses, state} = server();
    const one = courses();
    const course = await one.load(src);
    await Promise.all([one.lesson(course, 'b02'), one.lesson(course, 'b02')]);
    expect(asked.filter(([file]) => file === fileOf('b02'))).to.have.length(1);
    state.network = 'down';
    expect((await courses().lesson(course, 'b02')).title).to.equal('Bài b02');
  });

  it('that is not what the course promises is never shown', async () => {
    const {asked, courses} = server();
    const course = await courses().load(src);
    const file = fileOf('b02');
    room.files.set(file, room.files.get(file)!.replace('Hỏi lại', 'Tin đi'));
    const failure = await failureOf(courses().lesson(course, 'b02'));
    expect(failure).to.deep.include({code: 'lesson-damaged', facts: {file}});
    // The browser's cache may be what is damaged: asked once more past it.
    expect(asked.slice(1)).to.deep.equal([
      [file, 'default'],
      [file, 'reload'],
    ]);
    expect(await database.read(['files'], (tx) => tx.all('files'))).to.deep.equal([]);
  });

  it('damaged in the database is fetched again', async () => {
    const {courses} = server();
    const course = await courses().load(src);
    const {sha256} = course.course.modules[0]!.lessons[1]!;
    await database.write(['files'], (tx) => Promise.resolve(tx.put('files', sha256, '{}')));
    expect((await courses().lesson(course, 'b02')).id).to.equal('b02');
  });

  it('that cannot be had, or is not in the course, is named with its reason', async () => {
    const {state, courses} = server();
    const course = await courses().load(src);
    expect((await failureOf(courses().lesson(course, 'b99'))).code).to.equal('lesson-unknown');
    state.network = 'down';
    expect((await failureOf(courses().lesson(course, 'b02'))).code).to.equal('lesson-unreachable');
  });
});

describe('keeping the whole course', () => {
  it('tells how far it is, and lets go of what no course names any more', async () => {
    const {courses} = server();
    const course = await courses().load(src);
    await database.write(['files'], (tx) => Promise.resolve(tx.put('files', 'old', '{}')));
    const steps: [number, number][] = [];
    await courses().keepAll(course, {onProgress: (...step) => steps.push(step)});
    expect(steps).to.deep.equal([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const files = await database.read(['files'], (tx) => tx.keys('files'));
    // The first lesson lies in course.json already.
    const [, ...others] = course.course.modules[0]!.lessons;
    expect(files).to.have.members([
      ...others.map(({sha256}) => sha256),
      course.course.facts[0]!.sha256,
    ]);
  });
});

describe('the facts of a course', () => {
  const fact = (scope: string, value: string): Fact => ({
    id: 'duong_day_nong',
    value,
    fallback: 'hỏi UBND xã',
    scope,
    reviewBy: '2027-05-22',
    confidence: 'official',
    status: 'current',
    sources: [],
  });
  const hex = (bytes: ArrayBuffer) =>
    Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

  /** Puts packs on the server, and a course.json that names them. */
  async function publish(...packs: (readonly Fact[])[]) {
    const facts = [];
    for (const pack of packs) {
      const {scope} = pack[0]!;
      const text = JSON.stringify({format: 1, scope, facts: pack});
      const bytes = new TextEncoder().encode(text);
      const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
      const file = `facts.${scope.toLowerCase()}.${sha256.slice(0, 8)}.json`;
      room.files.set(file, text);
      facts.push({scope, file, sha256});
    }
    const first = {...room.course.first, facts: packs.flat().filter(({scope}) => scope === 'VN')};
    room.files.set('course.json', JSON.stringify({...room.course, facts, first}));
  }

  /** What they say, one text for each time they are given. */
  async function told(facts: AsyncIterable<readonly Fact[]>): Promise<string[]> {
    const all: string[] = [];
    for await (const some of facts) all.push(some.map(({value}) => value).join(' · '));
    return all;
  }

  it('never stop a lesson: what cannot be had is left to the fallback', async () => {
    const {state, courses} = server();
    const course = await courses().load(src);
    state.network = 'down';
    expect(await told(courses().facts(course, 'VN-48'))).to.deep.equal(['']);
  });

  it('are the province’s before the country’s, and nobody else’s', async () => {
    await publish([fact('VN', 'cả nước')], [fact('VN-48', 'Đà Nẵng')], [fact('VN-80', 'Tây Ninh')]);
    const {asked, courses} = server();
    const one = courses();
    const course = await one.load(src);
    expect(await told(one.facts(course, 'VN-48'))).to.deep.equal(['Đà Nẵng · cả nước']);
    expect(asked.filter(([file]) => file === 'course.json')).to.have.length(1);
    expect(await told(one.facts(course, 'VN-01'))).to.deep.equal(['cả nước']);
  });

  it('come from a network slower than the kept copy as soon as it answers', async () => {
    await publish([fact('VN', 'gọi 1800')]);
    const {state, courses, recover, asked} = server();
    await courses().keepAll(await courses().load(src));
    await publish([fact('VN', 'gọi 1900')]);
    state.network = 'hanging';
    const one = courses(0);
    const course = await one.load(src);
    expect(course.from).to.equal('kept');
    const facts = one.facts(course)[Symbol.asyncIterator]();
    expect((await facts.next()).value).to.have.nested.property('[0].value', 'gọi 1800');
    const asking = asked.length;
    recover();
    expect((await facts.next()).value).to.have.nested.property('[0].value', 'gọi 1900');
    expect(asked.slice(asking).map(([file]) => file)).to.not.include('course.json');
    expect((await facts.next()).done).to.equal(true);
  });

  it('are asked for again when somebody asks again, and recalled from the kept copy too', async () => {
    await publish([fact('VN', 'gọi 1800')]);
    const {asked, state, courses} = server();
    const one = courses();
    const course = await one.load(src);
    await one.keepAll(course);
    expect(await told(one.facts(course))).to.deep.equal(['gọi 1800']);

    await publish([{...fact('VN', 'gọi 1800'), value: ''}]);
    const changed = JSON.parse(room.files.get('course.json')!) as {title: string};
    room.files.set('course.json', JSON.stringify({...changed, title: 'Khóa mới'}));
    expect(await told(one.facts(course))).to.deep.equal(['gọi 1800', '']);
    expect(asked.filter(([file]) => file === 'course.json')).to.deep.equal([
      ['course.json', 'no-cache'],
      ['course.json', 'no-cache'],
    ]);
    expect(await told(one.facts(course))).to.deep.equal(['']);

    state.network = 'down';
    const other = courses();
    const again = await other.load(src);
    expect(await told(other.facts(again))).to.deep.equal(['']);
    // The lessons are those that were kept: a newer course may name some that were not.
    expect(again.course.title).to.equal('Lớp học');
  });

  it('of a pack that did not come are not those it replaces', async () => {
    await publish([fact('VN', 'cả nước')], [fact('VN-48', 'gọi 1800')]);
    const {courses} = server();
    const one = courses();
    const course = await one.load(src);
    await told(one.facts(course, 'VN-48'));
    await publish([fact('VN', 'cả nước')], [fact('VN-48', 'gọi 1900')]);
    for (const file of room.files.keys()) {
      if (file.startsWith('facts.vn-48')) room.files.delete(file);
    }
    expect(await told(one.facts(course, 'VN-48'))).to.deep.equal(['gọi 1800 · cả nước', 'cả nước']);
  });

  it('stay as they are while the network brings another course, or none', async () => {
    await publish([fact('VN', 'gọi 1800')]);
    const {courses, state} = server();
    const one = courses();
    const course = await one.load(src);
    await told(one.facts(course));
    room.files.set('course.json', JSON.stringify({...room.course, id: 'khoa-khac'}));
    expect(await told(one.facts(course))).to.deep.equal(['gọi 1800']);
    room.files.set('course.json', 'Đăng nhập Wi-Fi');
    expect(await told(one.facts(course))).to.deep.equal(['gọi 1800']);
    state.network = 'down';
    expect(await told(one.facts(course))).to.deep.equal(['gọi 1800']);
  });
});

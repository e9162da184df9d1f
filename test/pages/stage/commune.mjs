import {builtCourse} from './course.mjs';
import {team} from './codes.mjs';
import {says} from './stage.mjs';
import {emptyRoom, received} from './team.mjs';

/** In a page: a commune of two teams, and which of these learners is which member. */
async function writeRoster(learners) {
  const roster = await globalThis[Symbol.for('kynangso/page/1')].roster();
  const unit = (id, level, name, parent) => [
    id,
    {
      id,
      level,
      names: [{name}],
      ...(parent && {parent}),
      ...(level === 'team' && {households: 220}),
    },
  ];
  await roster.change({
    units: new Map([
      unit('XA0001', 'commune', 'Xã Đồng Văn'),
      unit('T00001', 'team', 'Tổ CNSCĐ thôn Đông', 'XA0001'),
      unit('T00002', 'team', 'Tổ CNSCĐ thôn Tây', 'XA0001'),
    ]),
    members: new Map(
      learners.map(({name}, index) => {
        const code = `AAAA${String(index).padStart(2, '0')}0`;
        const posts = [{unit: index % 3 === 2 ? 'T00002' : 'T00001', role: 'member'}];
        return [code, {code, name, posts}];
      }),
    ),
    links: learners
      .filter(({learner}) => learner)
      .map(({learner}, index) => ({
        member: `AAAA${String(index).padStart(2, '0')}0`,
        learner,
        on: true,
      })),
  });
}

/** A trainer's device with the codes of a commune, and its roster: one member sent nothing yet. */
export async function commune(stage, size = 14) {
  const {members, chat} = team(builtCourse(), size);
  const page = await received(await emptyRoom(stage), chat);
  await page.evaluate(writeRoster, [
    ...members.map(({learner, name}) => ({learner, name})),
    {name: 'Lò Thị Mẩy'},
  ]);
  await page.close();
}

/** An element of the room on that device. */
export const inRoom = async (stage, tag, words) =>
  says(await stage.show(`<kns-trainer><${tag}></${tag}></kns-trainer>`, 'trainer'), words);

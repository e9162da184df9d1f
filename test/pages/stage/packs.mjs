import {fromSource} from './from-source.mjs';
import {placeOf} from './codes.mjs';

const {packBytes, sealedPack, withoutName, crc32Of, dayInVietnam} = await fromSource(`
  export {packBytes, sealedPack} from './src/exchange/roster/pack-file.js';
  export {withoutName} from './src/store/reckoning/member-register.js';
  export {crc32Of} from './src/exchange/crc32.js';
  export {dayInVietnam} from './src/store/reckoning/calendar.js';
`);

const by = 'DEVICE0000000000';
const registered = (entries) => entries.map(([key, value]) => [key, {value, counter: 1, by}]);

/** A commune of so many invented people as its trainer packs it; with `words` under a lock. */
export async function packOfCommune(
  course,
  members,
  {seed = 1, named = false, words, change} = {},
) {
  const {roster, codes} = placeOf(course, 'commune', members, seed);
  change?.(roster);
  const lines = [...codes].sort();
  const sum = crc32Of(lines.join('\n')).toString(16).padStart(8, '0');
  const people = registered(roster.members);
  const pack = {
    of: roster.units[0][0],
    on: dayInVietnam(Date.now()) - 1,
    by,
    named,
    registers: {
      units: new Map(registered(roster.units)),
      members: new Map(named ? people : people.map(([code, one]) => [code, withoutName(one)])),
      links: roster.links.map(({member, learner}) => ({
        member,
        learner,
        register: {value: true, counter: 1, by},
      })),
    },
    packets: lines.length,
    progress: `KNSF1.${lines.length}.${sum}\n${lines.join('\n')}`,
  };
  return Buffer.from(words === undefined ? packBytes(pack) : await sealedPack(pack, words));
}

/** The pack as a file to choose. */
export const packFile = (buffer, name = 'goi-xa-ea-kao-2026-11-22.knsp') => ({
  name,
  mimeType: 'application/octet-stream',
  buffer,
});

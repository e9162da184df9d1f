import {placeOf} from './codes.mjs';
import {fromSource} from './from-source.mjs';

const {sealedRoster} = await fromSource(`
  export {sealedRoster} from './src/exchange/roster/roster-file.js';
`);

const by = 'DEVICE0000000000';
const registered = (entries) =>
  new Map(entries.map(([key, value]) => [key, {value, counter: 1, by}]));

/** The backup of another trainer, as a file to choose; the first so many of its people stand under codes of others. */
export async function backupOf(course, words, wrong) {
  const {roster} = placeOf(course, 'team', 12);
  const members = roster.members.map(([code, one], at) => [at < wrong ? `X${code}` : code, one]);
  const content = {
    registers: {units: registered(roster.units), members: registered(members), links: []},
    names: new Map(),
    progress: '',
    receivedAt: new Map(),
    assignments: [],
    papers: [],
    evenings: new Map(),
  };
  const buffer = Buffer.from(await sealedRoster(content, words));
  return {name: 'sao-luu-so-2026-11-20.knsb', mimeType: 'application/octet-stream', buffer};
}

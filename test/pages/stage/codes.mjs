import {fromSource} from './from-source.mjs';

const {sampleClass, samplePlace, dayInVietnam, invitationCodeOf, claimCodeOf} = await fromSource(`
  export {sampleClass} from './demo/trainer/sample-data.js';
  export {samplePlace} from './demo/trainer/sample-province.js';
  export {invitationCodeOf} from './src/exchange/invitation.js';
  export {claimCodeOf} from './src/exchange/claim-code.js';
  export {dayInVietnam} from './src/store/reckoning/calendar.js';
`);

/** An invented team that studied `course`, with the codes their phones would have sent by today. */
export const team = (course, size) => sampleClass(course, {today: dayInVietnam(Date.now()), size});

/** A code that nobody here can read, for it belongs to another course. */
export const foreignCode = (course) => team({...course, key: '00000000'}, 1).members[0].code;

/** What a trainer sends to a member of a team of whom nothing was heard yet. */
export const invitationTo = (course) =>
  invitationCodeOf(
    {learner: '0123456789ABCDEF', member: 'K7M2QX4', unit: 'Tổ 1, thôn Lô Lô Chải'},
    course,
  );

/** What stands beside the code of a learner who had learned before an invitation came. */
export const claimOf = (learner, invited = '0123456789ABCDEF') => claimCodeOf({learner, invited});

/** An invented place with its roster and the codes of its members; its parts as they pass into a page. */
export function placeOf(course, place, members, seed = 2026) {
  const today = dayInVietnam(Date.now());
  const {roster, codes} = samplePlace(course, {today, place, members, seed});
  return {
    codes,
    roster: {units: [...roster.units], members: [...roster.members], links: roster.links},
  };
}

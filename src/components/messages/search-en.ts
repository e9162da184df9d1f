import type {SearchMessages} from './search.js';

export const searchEn: SearchMessages = {
  search: 'Search the handbook',
  example: 'For example: khóa thẻ',
  found: (count) => (count === 1 ? '1 lesson found.' : `${count} lessons found.`),
  nothing: (typed) => `No lesson speaks of “${typed}”.`,
  advice: [
    'Type fewer words, only the main ones, for example: khóa thẻ.',
    'Typing without tones will do, for example: khoa the.',
    'Try another name of the thing. Old names are found as well.',
  ],
  formerName: 'Old name:',
  presentName: (now, place) => `(now ${now}${place ? `, ${place}` : ''})`,
  all: (count) => `Show all ${count} lessons`,
  fetching: 'Fetching what the lessons say, to search more closely…',
  titlesOnly:
    'Only titles were searched. When there is a network, press the button below to search what the lessons say.',
  again: 'Search the contents as well',
};

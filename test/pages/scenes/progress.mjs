import {brief, briefLength, released, short, study} from '../stage/course.mjs';
import {says} from '../stage/stage.mjs';

const drawn = (attributes) =>
  `<kns-course><kns-progress ${attributes}></kns-progress></kns-course>`;

/** The progress of somebody who answered so many questions of the first lesson. */
async function after(stage, count, attributes, words, ...changes) {
  await released(stage, brief, ...changes);
  const page = await stage.show('<kns-course lesson="m01-b01"></kns-course>');
  await study(page, Array(count).fill(true));
  await page.close();
  return says(await stage.show(drawn(attributes)), words);
}

export default {
  'kns-progress': {
    unknown: async (stage) => says(await stage.show(drawn('of="m99"')), 'Chưa rõ'),

    'unknown-bar': async (stage) =>
      says(await stage.show(drawn('of="m99" shape="bar"')), 'Chưa rõ'),

    none: async (stage) => says(await stage.show(drawn('')), '0/'),

    some: (stage) => after(stage, 1, 'of="m01-b01"', 'câu đúng'),

    'some-bar': (stage) => after(stage, 1, 'of="m01-b01" shape="bar"', 'câu đúng'),

    module: (stage) => after(stage, briefLength(), 'of="m01"', '1/'),

    all: (stage) => after(stage, briefLength(), '', '1/1 bài', short(1)),

    'all-bar': (stage) => after(stage, briefLength(), 'shape="bar"', '1/1 bài', short(1)),
  },
};

import {says} from '../stage/stage.mjs';

const page =
  '<kns-text-size></kns-text-size><kns-course><kns-progress></kns-progress></kns-course>';

/** The buttons, and text beside them, after so many taps on one of them. */
const tapped = async (stage, name, times) => {
  const shown = await says(await stage.show(page), 'bài');
  const button = shown.getByRole('button', {name});
  await button.waitFor();
  for (let time = 0; time < times && (await button.isEnabled()); time++) await button.click();
  return shown;
};

export default {
  'kns-text-size': {
    usual: (stage) => tapped(stage, 'A Cỡ chữ thường', 0),
    larger: (stage) => tapped(stage, 'A+ Chữ to hơn', 1),
    largest: (stage) => tapped(stage, 'A+ Chữ to hơn', 6),
    smallest: (stage) => tapped(stage, 'A- Chữ nhỏ hơn', 6),
  },
};

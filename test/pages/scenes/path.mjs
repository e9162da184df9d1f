import {released} from '../stage/course.mjs';
import {fillUp} from '../stage/faults.mjs';
import {begun, says} from '../stage/stage.mjs';

const path = '<kns-course><kns-path></kns-path></kns-course>';

/** A course that has a path, whatever the one at hand has. */
function withPath({modules, milestones, slots}) {
  const [first] = modules[0].lessons;
  milestones.push({id: 'duong-thu', version: 1, title: 'Tổ trưởng', lessons: [first.id]});
  slots.lessons.push('duong-thu@1');
}

async function offered(stage) {
  await released(stage, withPath);
  const page = await stage.show(path);
  await begun(page);
  return says(page, 'Đã xong 0/');
}

/** The path was chosen, after whatever befell the page. */
async function chosen(stage, befall = async () => {}) {
  const page = await offered(stage);
  await befall(page);
  await page.getByLabel('Đường học').selectOption('duong-thu');
  return page;
}

export default {
  'kns-path': {
    course: (stage) => offered(stage),

    chosen: async (stage) => says(await chosen(stage), '1 bài, '),

    async unkept(stage) {
      const page = await chosen(stage, (offered) => offered.evaluate(fillUp, false));
      return says(page, 'Máy chưa ghi nhớ được');
    },
  },
};

import {begun, says} from '../stage/stage.mjs';

const search = '<kns-course><kns-search></kns-search></kns-course>';

/** The search, with something typed into its field. */
async function typed(stage, words) {
  const page = await stage.show(search);
  await begun(page);
  await page.getByRole('searchbox').fill(words);
  return page;
}

export default {
  'kns-search': {
    ready: async (stage) => says(await stage.show(search), 'Tìm trong sổ tay'),

    found: async (stage) => says(await typed(stage, 'khoa the'), 'Tìm thấy'),

    'former-name': async (stage) => says(await typed(stage, 'quang nam'), 'nay là Đà Nẵng'),

    none: async (stage) => says(await typed(stage, 'xyzzy'), 'Gõ không dấu cũng được'),

    async 'titles-only'(stage) {
      await stage.context.route('**/search.*.json', (route) => route.abort());
      return says(await typed(stage, 'quet qr'), 'Mới tìm được trong tên');
    },
  },
};

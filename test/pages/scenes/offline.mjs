import {cut, stalled} from '../stage/faults.mjs';
import {begun, says} from '../stage/stage.mjs';

const offline = '<kns-course><kns-offline></kns-offline></kns-course>';

const files = '**/courses/so-tay-ky-nang-so/m0*.json';

/** In a page: gives the element a worker that stands like that; a host may bring its own. */
const take = ({state, install}) => {
  const subscribe = () => () => {};
  document.querySelector('kns-offline').offline = {
    state,
    subscribe,
    update: () => new Promise(() => {}),
    install: install ? {ready: true, ask: () => Promise.resolve(false), subscribe} : undefined,
  };
};

async function standing(stage, state, words, install = false) {
  const page = await stage.show(offline);
  await page.evaluate(take, {state, install});
  return says(page, words);
}

const saved = (stage, install) =>
  standing(stage, 'ready', 'Đã lưu sẵn để dùng khi không có mạng.', install);

const update = (stage) => standing(stage, 'update-ready', 'Có bản mới');

async function details(page) {
  await page.getByRole('button', {name: 'Chi tiết'}).click();
  return says(page, 'Nhờ hỗ trợ');
}

/** As another browser calls itself. */
const browser = (stage, userAgent) =>
  stage.context.addInitScript((name) => {
    Object.defineProperty(navigator, 'userAgent', {get: () => name});
  }, userAgent);

export default {
  'kns-offline': {
    saved: (stage) => saved(stage),
    update,

    'not-saved': async (stage) =>
      says(await stage.show(offline), 'Các bài chưa được tải sẵn trên máy này.'),

    async saving(stage) {
      await stalled(stage, '**/m07-b05.*.json');
      return standing(stage, 'installing', /\d+\/\d+ phần…/);
    },

    async 'saved-open-only'(stage) {
      const page = await stage.show(offline);
      await page.getByRole('button', {name: 'Tải sẵn để dùng'}).click();
      return says(page, 'Đã tải sẵn các bài.');
    },

    async interrupted(stage) {
      await cut(stage, files);
      return standing(stage, 'ready', 'Có mạng, máy sẽ lưu tiếp.');
    },

    unsupported: (stage) => standing(stage, 'unsupported', 'không giữ được trang'),

    async 'update-later'(stage) {
      const page = await update(stage);
      await page.getByRole('button', {name: 'Để sau'}).click();
      return details(page);
    },

    async changing(stage) {
      const page = await update(stage);
      await begun(page);
      await page.getByRole('button', {name: 'Cập nhật', exact: true}).click();
      return says(page, 'sang bản mới…');
    },

    renewed: (stage) => standing(stage, 'renewed', 'Bản mới đã chạy ở một trang khác'),

    details: async (stage) => details(await saved(stage)),

    'home-offered': async (stage) => details(await saved(stage, true)),

    async 'home-ios'(stage) {
      await browser(stage, 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)');
      return details(await saved(stage));
    },

    async 'in-app'(stage) {
      await browser(stage, 'Mozilla/5.0 (Linux; Android 12) Zalo android/230');
      return details(await saved(stage));
    },

    async 'not-lasting'(stage) {
      await stage.context.addInitScript(() => {
        StorageManager.prototype.persisted = () => Promise.resolve(false);
        StorageManager.prototype.persist = () => Promise.resolve(false);
      });
      const page = await details(await saved(stage));
      await page.getByRole('button', {name: 'Xin trình duyệt giữ lâu dài'}).click();
      return says(page, 'Trình duyệt chưa nhận.');
    },

    async copied(stage) {
      const page = await details(await saved(stage));
      await page.getByRole('button', {name: 'Sao chép thông tin máy'}).click();
      return says(page, 'Giờ anh/chị dán vào Zalo nhé.');
    },

    async 'part-missing'(stage) {
      const page = await saved(stage);
      await cut(stage, '**/c/offline-panel-*.js');
      await page.getByRole('button', {name: 'Chi tiết'}).click();
      return says(page, 'Phần này chưa tải về được.');
    },
  },
};

import {openMatrix} from './matrix/page.mjs';

export const title =
  'The matrix of a province: judging everybody, and what sort, filter and search cost';
export const limit = {'ten times the people': 12};
export const runs = 3;
export const slow = true;

const told = {};

export const open = () => openMatrix();
export const close = (context) => context.close();

const judged =
  (name, times) =>
  async ({page}) => {
    const {whole, longest} = await page.evaluate((many) => globalThis.matrix.judged(many), times);
    told[name] = Math.max(told[name] ?? 0, longest);
    if (times === 1) {
      for (const [wish, ms] of Object.entries(
        await page.evaluate(() => globalThis.matrix.wished()),
      ))
        told[wish] = Math.max(told[wish] ?? 0, ms);
    }
    return whole;
  };

export const sides = {
  'the province': judged('judging, longest task', 1),
  'ten times the people': judged('ten times, longest task', 10),
};

export const notes = () =>
  Object.entries(told).map(([name, ms]) => `${name}: ${ms.toFixed(1)} ms at most`);

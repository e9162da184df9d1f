import {openMatrix} from './matrix/page.mjs';

export const title = 'The matrix of a province: first paint of what is in memory';
export const limit = {'recycled rows': 1};
export const runs = 7;
export const slow = true;

export const open = () => openMatrix();
export const close = (context) => context.close();

const peer =
  (tag) =>
  ({page}) =>
    page.evaluate((name) => globalThis.peers.firstPaint(name), tag);

export const sides = {
  '@tanstack/lit-virtual': peer('with-tanstack'),
  'recycled rows': ({page}) => page.evaluate(() => globalThis.matrix.ourFirstPaint()),
  '@lit-labs/virtualizer': peer('with-virtualizer'),
  'the whole table': peer('with-all'),
};

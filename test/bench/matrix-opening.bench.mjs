import {openMatrix} from './matrix/page.mjs';

export const title =
  'The matrix of a province, 5,324 members in 996 teams, from disk to its first lines';
export const limit = {'the matrix': 1.5};
export const runs = 9;
export const slow = true;

export const open = () => openMatrix();
export const close = (context) => context.close();

export const sides = {
  'raw getAll and a plain table': ({page}) => page.evaluate(() => globalThis.matrix.rawOpening()),
  'the matrix': ({page}) => page.evaluate(() => globalThis.matrix.ourOpening()),
};

export const notes = ({lines}) => [`${lines} lines`];

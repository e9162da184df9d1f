import {KnsError} from '../errors.js';

/** A part of the library that is fetched when needed; throws `chunk-missing` where the network fails. */
export const chunk = <T>(fetching: Promise<T>): Promise<T> =>
  fetching.catch((cause: unknown) => {
    throw new KnsError('chunk-missing', 'A part of the library could not be fetched.', {cause});
  });

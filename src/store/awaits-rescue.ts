import type {Database} from './database.js';

/** Whether the second copy may hold something of a course that has not come back yet. */
export async function awaitsRescue(database: Database, course: string): Promise<boolean> {
  const meta = await database.read(['meta'], (tx) => tx.get('meta', 'store'));
  return meta?.rescue !== undefined && !meta.rescue.done.includes(course);
}

import type {Database} from './database.js';
import type {Layout} from './database-layout.js';
import type {Frozen} from './own-standing.js';
import {type LearningRecord, readRecord, type RecordId} from './reckoning/record.js';
import type {StoreOptions} from './store-contract.js';

/**
 * Answers to the questions whose key begins with `prefix`, oldest first, each once: those written here, those
 * `held` beside the database, and those another device of the learner wrote and sent with its records.
 */
export async function historyOf(
  database: Database,
  key: Layout['standings']['key'],
  prefix: string,
  held: readonly Frozen[],
  recordsIn: StoreOptions['recordsIn'],
): Promise<readonly LearningRecord[]> {
  const {texts, packets} = await database.read(['records', 'packets'], async (tx) => ({
    texts: await tx.all('records', key),
    packets: await tx.all('packets', key),
  }));
  const sections = packets.filter(({kind, admitted}) => kind === 'records' && admitted);
  const read = sections.length > 0 ? await recordsIn?.() : undefined;
  const brought = read ? sections.flatMap(({bytes}) => read(bytes)) : [];
  const known = new Map<RecordId, LearningRecord>();
  for (const text of [...brought, ...texts, ...held.map((one) => one.text)]) {
    const record = readRecord(text);
    if (record?.learner === key[0] && record.course === key[1]) known.set(record.id, record);
  }
  return [...known.values()]
    .filter(({verb, question}) => verb === 'answered' && question?.startsWith(prefix))
    .sort((a, b) => (a.attempt ?? 0) - (b.attempt ?? 0) || a.at - b.at || a.seq - b.seq);
}

import type {Table} from '../../../exchange/table.js';
import type {Item} from '../../../store/reckoning/items.js';
import type {CardStand} from './item-card.js';

/** What the table knows of where it stands. */
export type TableStand = Pick<CardStand, 'messages' | 'wordings' | 'titleOf' | 'numberOf'>;

/**
 * Questions and their figures as rows, for the screen and for a file, named as learners see them with their ids for
 * authors; shares in hundredths.
 */
export function itemsTable(
  items: readonly Item[],
  {messages, wordings, titleOf, numberOf}: TableStand,
): Table {
  const named = (item: Item) => {
    const nth = numberOf(item);
    return nth > 0 ? `${messages.nth(nth)} (${item.question})` : item.question;
  };
  const hundredths = (value: number | undefined) =>
    value === undefined ? messages.unknown : Math.round(value * 100);
  return {
    title: messages.items,
    head: [
      messages.lesson,
      messages.question,
      messages.known,
      messages.rightAtFirst,
      messages.share,
      messages.low,
      messages.high,
      messages.seen,
      messages.mostWrong,
      messages.wrongPeople,
      messages.discrimination,
      messages.toRead,
    ],
    rows: items.map((item) => {
      const [most] = item.wrong;
      return [
        titleOf(item.lesson),
        named(item),
        item.people,
        item.right,
        hundredths(item.share?.value),
        hundredths(item.share?.low),
        hundredths(item.share?.high),
        item.seen,
        most ? wordings.wordsOf(item, most, messages) : messages.unknown,
        most?.people ?? messages.unknown,
        item.discrimination === undefined
          ? messages.unknown
          : Math.round(item.discrimination * 100) / 100,
        item.flags.map((flag) => messages.flags[flag].what).join(' ') || messages.unknown,
      ];
    }),
  };
}

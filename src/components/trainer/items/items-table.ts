import type {Table} from '../../../exchange/table.js';
import type {Item} from '../../../store/reckoning/items.js';
import type {ItemsMessages} from '../../messages/items.js';
import type {Wordings} from './wordings.js';

/** Questions and their figures as rows, for the screen and for a file; shares in hundredths. */
export function itemsTable(
  items: readonly Item[],
  titleOf: (lesson: string) => string,
  wordings: Wordings,
  messages: ItemsMessages,
): Table {
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
        item.question,
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

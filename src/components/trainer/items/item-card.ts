import {html, nothing, svg} from 'lit';
import {discriminationFloor, type Item} from '../../../store/reckoning/items.js';
import {icon} from '../../icons.js';
import {plainText} from '../../learner/share/answer-words.js';
import type {ItemsMessages} from '../../messages/items.js';
import type {Wordings} from './wordings.js';

/** What a card knows of where it stands. */
export interface CardStand {
  readonly messages: ItemsMessages;
  readonly wordings: Wordings;
  readonly titleOf: (lesson: string) => string;
  /** Which of its lesson's questions it is, from 1; 0 where the lesson has it no more. */
  readonly numberOf: (item: Item) => number;
  /** Address of the learners' app; empty where there is none. */
  readonly app: string;
  /** The wording of a lesson's questions is wanted. */
  readonly fetch: (lesson: string) => void;
}

const mostWrong = 5;

/** One question: what is wrong with it, how many knew it, and what was answered instead. */
export function itemCard(item: Item, stand: CardStand) {
  const {messages, wordings} = stand;
  const {number, percent} = messages;
  const {share, people, right, flags, ambiguous, seen, wrong, discrimination} = item;
  const title = stand.titleOf(item.lesson);
  const nth = stand.numberOf(item);
  return html`
    <li class="card">
      <h4>
        ${title}
        <span class="quietly">· ${nth > 0 ? messages.nth(nth) : item.question}</span>
      </h4>
      ${flags.map(
        (flag) => html`
          <p class="notice flag">
            ${icon('alert')}
            <strong>${messages.flags[flag].what}</strong>
            <span>${messages.flags[flag].rule}</span>
          </p>
        `,
      )}
      ${
        share
          ? html`
              <p>
                ${messages.firstRight({
                  right: number(right),
                  people: number(people),
                  share: percent(share.value),
                  low: percent(share.low),
                  high: percent(share.high),
                })}
              </p>
              <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                ${svg`
                    <rect class="whole" x="0.25" y="0.5" width="99.5" height="7"></rect>
                    <rect class="right" x="0.25" y="0.5" width=${share.value * 99.5} height="7"></rect>
                    <path d="M${share.low * 100} 4H${share.high * 100}M${share.low * 100} 1.5v5M${share.high * 100} 1.5v5"></path>
                  `}
              </svg>
            `
          : html`
              <p>${messages.nobodyKnown}</p>
            `
      }
      ${
        seen === 0
          ? html`
              <p class="quietly">${messages.wrongUnseen}</p>
            `
          : wrong.length > 0
            ? html`
                <p>${messages.wrongOf(number(seen))}</p>
                <ul class="wrong-answers">
                  ${wrong.slice(0, mostWrong).map(
                    (answer) => html`
                      <li>
                        ${wordings.wordsOf(item, answer, messages)} –
                        ${messages.chosenBy(number(answer.people))}
                      </li>
                    `,
                  )}
                </ul>
              `
            : nothing
      }
      <p class="quietly">
        ${
          discrimination === undefined
            ? people < discriminationFloor
              ? messages.tellsNot(number(people), number(discriminationFloor))
              : nothing
            : messages.tells(messages.decimal(discrimination))
        }
        ${ambiguous > 0 ? messages.leftOut(ambiguous) : nothing}
      </p>
      ${wording(item, title, stand)}
    </li>
  `;
}

/** The question itself, and the way to its lesson. */
function wording(item: Item, title: string, {messages, wordings, app, fetch}: CardStand) {
  const {lesson} = item;
  const asked = wordings.of(item);
  return html`
    <details @toggle=${({target}: Event) => (target as HTMLDetailsElement).open && fetch(lesson)}>
      <summary>${messages.wording}</summary>
      ${
        asked
          ? html`
              <p>${plainText(asked.stem)}</p>
              ${
                'options' in asked
                  ? html`
                      <ul class="wrong-answers">
                        ${asked.options.map(
                          ({text, correct}) => html`
                            <li>${plainText(text)} ${correct ? `(${messages.right})` : nothing}</li>
                          `,
                        )}
                      </ul>
                    `
                  : nothing
              }
            `
          : wordings.isFetched(lesson)
            ? html`
                <p>${messages.lessonUnreachable}</p>
              `
            : nothing
      }
      ${
        app === ''
          ? nothing
          : html`
              <p><a href="${app}#/${lesson}">${messages.openLesson(title)}</a></p>
            `
      }
      <p class="quietly">${messages.idOf(`${lesson}, ${item.question}`)}</p>
    </details>
  `;
}

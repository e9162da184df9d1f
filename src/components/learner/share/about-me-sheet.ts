import {html, nothing, render, type TemplateResult} from 'lit';
import type {Question} from '../../../curriculum/question.js';
import type {LearningRecord} from '../../../store/reckoning/record.js';
import {unknownDay} from '../../../store/reckoning/standing.js';
import {dateTime, day} from '../../date-time.js';
import type {AboutMeMessages} from '../../messages/about-me.js';
import {questionOf, type AboutLesson, type AboutMe} from './about-me.js';
import {answerWords, plainText} from './answer-words.js';
import {deviceName, shortName} from '../../device-name.js';
import {writtenDay} from '../../written-day.js';

function answered(record: LearningRecord, found: Question | undefined, messages: AboutMeMessages) {
  const {result, at} = record;
  if (!result) return nothing;
  const words = found ? answerWords(found, result.response, messages) : result.simpleResponse;
  const seconds = Math.round(result.activeMs / 1000);
  const notes = [
    result.correct === 1 ? messages.right : messages.wrong,
    ...(seconds > 0 ? [messages.seconds(seconds)] : []),
    ...(result.hinted ? [messages.hinted] : []),
  ];
  return html`
    <li>
      <span>${words}</span>
      <small>${dateTime(at)} – ${notes.join(', ')}</small>
    </li>
  `;
}

function lessonPart({title, doneOn, lesson, answers}: AboutLesson, messages: AboutMeMessages) {
  const asked = new Map<string, LearningRecord[]>();
  for (const record of answers) {
    const list = asked.get(record.question ?? '');
    if (list) list.push(record);
    else asked.set(record.question ?? '', [record]);
  }
  return html`
    <section>
      <h4>${title}</h4>
      <p>
        ${
          doneOn === undefined
            ? messages.begun
            : doneOn === unknownDay
              ? messages.doneNoDay
              : messages.done(writtenDay(doneOn))
        }
      </p>
      ${[...asked.values()].map((records) => {
        const {id, found} = questionOf(lesson, records[0]!);
        return html`
          <p>
            <strong>${found ? plainText(found.stem) : messages.question(id)}</strong>
            ${
              found
                ? nothing
                : html`
                    <small>${messages.lessonGone}</small>
                  `
            }
          </p>
          <ul>
            ${records.map((record) => answered(record, found, messages))}
          </ul>
        `;
      })}
    </section>
  `;
}

/** Everything as one text to read, for the page and for the file alike. */
export function aboutMeSheet(about: AboutMe, messages: AboutMeMessages): TemplateResult {
  const {row, lessons, ratings, receipts, departed, packets, devices, device} = about;
  const line = (name: string, value: string, note = '') => html`
    <li>
      <strong>${name}:</strong>
      ${value}
      ${
        note
          ? html`
              <small>${note}</small>
            `
          : nothing
      }
    </li>
  `;
  const none = (words: string) => html`
    <p>${words}</p>
  `;
  return html`
    <p><small>${messages.made(dateTime(about.madeAt))}</small></p>
    <h3>${messages.who}</h3>
    <ul>
      ${row ? line(messages.name, row.name || messages.unnamed) : nothing}
      ${row ? line(messages.since, day(row.addedAt)) : nothing}
      ${row ? line(messages.pin, row.hasPin ? messages.pinYes : messages.pinNo) : nothing}
      ${
        row?.membership
          ? line(messages.membership, messages.member(row.membership.unit, row.membership.member))
          : nothing
      }
      ${line(messages.key, about.learner, messages.keyNote)}
      ${line(messages.course, `${about.course}, ${about.courseVersion}`)}
    </ul>
    <h3>${messages.devices}</h3>
    <ul>
      ${devices.map(
        (one) => html`
          <li>
            ${
              one === device
                ? messages.thisDevice(deviceName(one))
                : messages.otherDevice(deviceName(one))
            }
          </li>
        `,
      )}
    </ul>
    <h3>${messages.lessons}</h3>
    ${
      lessons.length === 0
        ? none(messages.noLessons)
        : lessons.map((lesson) => lessonPart(lesson, messages))
    }
    ${lessons.every(({answers}) => answers.length === 0) ? none(messages.noAnswers) : nothing}
    ${
      ratings.length > 0
        ? html`
            <h3>${messages.rated}</h3>
            <ul>
              ${ratings.map(
                ({record: {at, use, question = '', result}, statement}) => html`
                  <li>
                    ${statement ?? question.replace(/^.*#|@\d+$/g, '')}: ${result?.simpleResponse}
                    <small>
                      ${dateTime(at)}, ${use === 'pre' ? messages.before : messages.after}
                    </small>
                  </li>
                `,
              )}
            </ul>
          `
        : nothing
    }
    <h3>${messages.sent}</h3>
    <p>${departed ? messages.departed(dateTime(departed.at)) : messages.neverSent}</p>
    <h3>${messages.receipts}</h3>
    ${
      receipts.length === 0
        ? none(messages.noReceipts)
        : html`
            <ul>
              ${receipts.map(
                ({receivedOn, receiver}) => html`
                  <li>${writtenDay(receivedOn)} – ${shortName(receiver)}</li>
                `,
              )}
            </ul>
          `
    }
    <h3>${messages.codes}</h3>
    ${
      packets.length === 0
        ? none(messages.noCodes)
        : html`
            <ul>
              ${packets.map(
                ({firstReceivedAt, bytes}) => html`
                  <li>${messages.codeOf(day(firstReceivedAt), bytes.length)}</li>
                `,
              )}
            </ul>
          `
    }
    <h3>${messages.where}</h3>
    ${messages.whereNote.map(none)}
  `;
}

/** The sheet as a web page in one file, which any phone opens without a network. */
export function aboutMeFile(about: AboutMe, messages: AboutMeMessages, lang: string): File {
  const page = document.implementation.createHTMLDocument(messages.title);
  page.documentElement.lang = lang;
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const view = page.createElement('meta');
  view.name = 'viewport';
  view.content = 'width=device-width, initial-scale=1';
  page.head.prepend(charset, view);
  const heading = page.createElement('h1');
  heading.textContent = messages.title;
  const sheet = page.createElement('main');
  render(aboutMeSheet(about, messages), sheet);
  page.body.append(heading, sheet);
  // Marks by which a drawing is drawn again; nobody does here.
  const walk = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const marks: ChildNode[] = [];
  while (walk.nextNode()) marks.push(walk.currentNode as ChildNode);
  for (const mark of marks) mark.remove();
  const text = new XMLSerializer().serializeToString(page).replace(/\n\s*\n\s*/g, '\n');
  const made = new Date(about.madeAt).toISOString().slice(0, 10);
  return new File([text], `so-tay-cua-toi-${made}.html`, {type: 'text/html'});
}

import {html, render} from 'lit';
import {type Qr, qrOf} from '../../../exchange/qr.js';
import type {InviteMessages} from '../../messages/invite.js';
import {shownCode} from '../../scan/shown-code.js';
import {inSlices, pageDrawn} from '../ledger/slices.js';
import {type Printed, printPaper} from '../print-paper.js';
import type {MemberInvitation} from './invitations.js';

/** A sheet of A4 with eight cards to cut out; black on white, since ink and toner are. */
const paperCss = `
  @page { size: A4; margin: 10mm; }
  :root { color-scheme: only light; background: #fff; color: #000; }
  body { margin: 0; font: 10.5pt/1.35 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
  section { display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: 68mm; }
  section + section { break-before: page; }
  /* While it is drawn: a card more lays out its sheet only. Paper may be shorter, and breaks where it must. */
  @media screen { section { contain: strict; height: 272mm; } }
  article {
    box-sizing: border-box; padding: 4mm 4mm 3mm; overflow: hidden; break-inside: avoid; border: 0.3mm dashed #777;
    display: grid; grid-template-columns: minmax(0, 1fr) 37mm; grid-template-rows: auto 1fr; gap: 2mm 3mm;
  }
  header { grid-column: 1 / -1; }
  h1, p, ol { margin: 0; }
  h1 { font-size: 14pt; line-height: 1.2; overflow-wrap: anywhere; }
  ol { padding-inline-start: 5mm; align-self: start; }
  li + li { margin-top: 1mm; }
  svg { display: block; width: 37mm; height: 37mm; }
  .title { font-size: 9.5pt; }
  .whose { font-weight: 700; overflow-wrap: anywhere; }
`;

const cardsOnSheet = 8;

/** Laid out between two pictures of the page within its 50 ms, also where the processor is four times slower. */
const cardsAtOnce = 4;

/** What is drawn of one invitation; without a picture where its text is too long for one. */
function pictureOf({link, code}: MemberInvitation): Qr | undefined {
  try {
    return qrOf(link ?? code);
  } catch {
    return undefined;
  }
}

/** Prints a card for each invitation, as `printPaper` does, drawn a few at a time, so that the page goes on meanwhile. */
export const printInvitations = (
  root: ParentNode & Node,
  invitations: readonly MemberInvitation[],
  {paper, picture}: InviteMessages,
): Promise<Printed> =>
  printPaper(root, {css: paperCss, title: paper.title}, async (page) => {
    const main = page.createElement('main');
    const card = (invitation: MemberInvitation) => {
      const {member, unit} = invitation;
      const qr = pictureOf(invitation);
      return html`
        <article>
          <header>
            <p class="title">${paper.title}</p>
            <h1>${member.name}</h1>
            <p class="whose">${paper.who(unit, member.code)}</p>
          </header>
          <ol>
            ${paper.steps.map(
              (step) => html`
                <li>${step}</li>
              `,
            )}
          </ol>
          ${qr ? shownCode(qr, picture) : invitation.code}
        </article>
      `;
    };
    function* drawing(from: number) {
      for (const [nth, invitation] of invitations.slice(from, from + cardsAtOnce).entries()) {
        const isFirst = (from + nth) % cardsOnSheet === 0;
        const section = isFirst ? undefined : main.lastElementChild;
        const drawn = page.createDocumentFragment();
        render(card(invitation), drawn);
        (section ?? main.appendChild(page.createElement('section'))).append(drawn);
        yield;
      }
    }
    // Laid out as it is drawn: all of it at once would hold the page up.
    page.body.replaceChildren(main);
    for (let from = 0; from < invitations.length; from += cardsAtOnce) {
      await pageDrawn();
      if (!(await inSlices(drawing(from), () => page.defaultView !== null))) break;
    }
    await pageDrawn();
    return main;
  });

import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {dayInVietnam} from '../../../store/reckoning/calendar.js';
import type {
  Admission,
  Covered,
  PacketRow,
  ReceivedLearner,
} from '../../../store/reckoning/packet.js';
import {icon} from '../../icons.js';
import {writtenDayOf, writtenTimeOf} from '../dates.js';
import {writtenDay} from '../../written-day.js';
import {doubtsOf, type Doubt} from '../evidence.js';
import {learnerName} from '../learner-name.js';
import {deviceName} from '../../device-name.js';
import type {Naming} from './naming.js';
import type {Stand} from './stand.js';

/** The newest list stands open up to this length. */
const shortList = 6;

const outcomeIcons = {new: 'check', again: 'history', back: 'back', kept: 'check'} as const;

/** A packet with the person it speaks of. */
interface Line {
  readonly learner: ReceivedLearner;
  readonly packet: PacketRow;
}

/** What came in one go. */
interface Group {
  readonly id: string;
  readonly when: string;
  readonly lines: readonly Line[];
  /** Packets that went since, because newer ones say all they said. */
  readonly covered: number;
  /** The imports that can be taken back as a whole with it. */
  readonly imports: readonly string[];
  /** Only for what was just received. */
  readonly outcomes: ReadonlyMap<string, Admission['outcome']> | undefined;
}

/** "Những lần đã nhận": what came, import by import, each code with what to be wary of. */
export class Imports {
  readonly #stand: Stand;
  readonly #naming: Naming;
  /** What just came, by hash. */
  #outcomes: ReadonlyMap<string, Admission['outcome']> = new Map();
  /** Imports the trainer has opened or closed. */
  #folded: ReadonlyMap<string, boolean> = new Map();

  constructor(stand: Stand, naming: Naming) {
    this.#stand = stand;
    this.#naming = naming;
  }

  /** These just came. */
  came(admissions: readonly Admission[]) {
    const outcomes = new Map<string, Admission['outcome']>();
    // Sent twice in one go it is still new.
    for (const {hash, outcome} of admissions)
      if (outcomes.get(hash) !== 'new') outcomes.set(hash, outcome);
    this.#outcomes = outcomes;
    this.#folded = new Map();
  }

  render() {
    const {messages, learners} = this.#stand;
    if (!learners) return nothing;
    const groups = this.#groups(learners);
    if (groups.length === 0)
      return html`
        <p class="quietly">${messages.historyEmpty}</p>
      `;
    return html`
      <section class="stack tight" aria-labelledby="history">
        <h4 id="history">${messages.history}</h4>
        <div class="imports">
          ${repeat(
            groups,
            ({id}) => id,
            (group, nth) => this.#group(group, nth === 0),
          )}
        </div>
      </section>
    `;
  }

  #group(group: Group, isNewest: boolean) {
    const {id, when, lines, covered, outcomes} = group;
    const {messages} = this.#stand;
    const open = this.#folded.get(id) ?? (isNewest && lines.length <= shortList);
    return html`
      <details ?open=${open} @toggle=${(event: Event) => this.#fold(id, event)}>
        <summary>
          <span>${messages.importedAt(when, lines.length + covered)}</span>
          ${icon('down')}
        </summary>
        ${
          open
            ? html`
                ${this.#whole(group)}
                <ul>
                  ${repeat(
                    lines,
                    ({packet}) => packet.hash,
                    (line) => this.#line(line, outcomes?.get(line.packet.hash)),
                  )}
                </ul>
                ${
                  covered > 0
                    ? html`
                        <p class="quietly">${messages.coveredIn(covered)}</p>
                      `
                    : nothing
                }
              `
            : nothing
        }
      </details>
    `;
  }

  /** A wrong folder is taken back in one go, and let in again. */
  #whole({lines, imports}: Group) {
    const {messages} = this.#stand;
    const theirs = lines.filter(({packet}) => imports.includes(packet.import));
    if (theirs.length < 2) return nothing;
    const isUndone = ({import: brought, undone = []}: PacketRow) => undone.includes(brought);
    const counts = theirs.some(({packet}) => packet.admitted && !isUndone(packet));
    return html`
      <p class="row whole">
        <button
          type="button"
          class="quiet"
          @click=${() => this.#admitAll(imports, theirs, !counts)}
        >
          ${icon(counts ? 'back' : 'again')}
          ${counts ? messages.takeAllBack(theirs.length) : messages.takeAllIn(theirs.length)}
        </button>
      </p>
    `;
  }

  /** What was just received first, however old its codes are; then each import, newest first. */
  #groups(learners: readonly ReceivedLearner[]): readonly Group[] {
    const {messages, now} = this.#stand;
    const outcomes = this.#outcomes;
    const just: Line[] = [];
    const imports = new Map<string, {lines: Line[]; covered: number; at: number}>();
    const brought = ({import: by, firstReceivedAt: at}: Covered) => {
      const there = imports.get(by) ?? {lines: [], covered: 0, at};
      there.at = Math.min(there.at, at);
      imports.set(by, there);
      return there;
    };
    for (const learner of learners)
      for (const packet of learner.packets) {
        const line = {learner, packet};
        if (outcomes.has(packet.hash)) just.push(line);
        else brought(packet).lines.push(line);
        for (const gone of packet.covers ?? []) brought(gone).covered++;
      }

    const today = dayInVietnam(now);
    const when = (at: number): string =>
      dayInVietnam(at) === today
        ? messages.today(writtenTimeOf(at))
        : `${writtenDayOf(at)}, ${writtenTimeOf(at)}`;
    const older = [...imports]
      .sort(([, a], [, b]) => b.at - a.at)
      .map(([id, {lines, covered, at}]): Group => ({
        id,
        lines,
        covered,
        when: when(at),
        imports: [id],
        outcomes: undefined,
      }));
    // What came again belongs to the import that brought it first.
    const fresh = just.filter(({packet}) => outcomes.get(packet.hash) === 'new');
    return just.length > 0
      ? [
          {
            id: 'just',
            lines: just,
            covered: 0,
            when: messages.justNow,
            imports: [...new Set(fresh.map(({packet}) => packet.import))],
            outcomes,
          },
          ...older,
        ]
      : older;
  }

  #line({learner, packet}: Line, outcome: Admission['outcome'] | undefined) {
    const {messages, room, course} = this.#stand;
    const name = learnerName(room, learner);
    const word = packet.admitted
      ? outcome === 'back' || outcome === 'forgotten' || outcome === 'full'
        ? 'kept'
        : (outcome ?? 'kept')
      : 'back';
    const doubts = course ? doubtsOf(packet, course) : [];
    return html`
      <li class=${packet.admitted ? '' : 'out'}>
        <p class="whom">
          <strong>${name}</strong>
          <span class="outcome ${word}">${icon(outcomeIcons[word])}${messages.outcomes[word]}</span>
        </p>
        <p class="quietly">${this.#evidence(packet)}</p>
        ${doubts.map((doubt) => this.#doubt(learner, doubt))}
        ${
          this.#naming.renaming === packet.hash
            ? this.#naming.render(learner)
            : html`
                <p class="row">
                  <button
                    type="button"
                    class="quiet"
                    aria-label=${packet.admitted ? messages.takeBackOf(name) : messages.takeInOf(name)}
                    @click=${() => this.#admit(learner, packet)}
                  >
                    ${packet.admitted ? messages.takeBack : messages.takeIn}
                  </button>
                  ${
                    learner.name === undefined
                      ? nothing
                      : html`
                          <button
                            type="button"
                            class="quiet"
                            data-rename=${packet.hash}
                            aria-label=${messages.changeNameOf(name)}
                            @click=${() => this.#naming.change(learner.learner, packet.hash)}
                          >
                            ${messages.changeName}
                          </button>
                        `
                  }
                </p>
              `
        }
      </li>
    `;
  }

  /** Gaps are named as soon as they are known, with what to do about them. */
  #doubt({learner}: ReceivedLearner, doubt: Doubt) {
    const {messages, room} = this.#stand;
    const gaps = doubt === 'gap' ? this.#stand.gapsOf(learner) : undefined;
    // Something else that came has filled it.
    if (gaps?.length === 0) return nothing;
    return html`
      <div class="doubt">
        ${icon('alert')}
        <p>
          ${
            gaps
              ? gaps.map(
                  ({device, from, to}) => html`
                    ${messages.gap(device.slice(0, 4).toUpperCase(), from, to)}
                    <br />
                  `,
                )
              : html`
                  ${room.doubts[doubt]}
                `
          }
          ${doubt === 'gap' ? messages.gapTodo : nothing}
        </p>
      </div>
    `;
  }

  /** What it is, of which day, and whether a device stands for it. */
  #evidence({kind, madeOn, signer}: PacketRow) {
    const {messages} = this.#stand;
    const day = writtenDay(madeOn);
    return html`
      ${kind === 'records' ? messages.fileMadeOn(day) : messages.madeOn(day)}
      <br />
      ${
        signer === undefined
          ? messages.unsigned
          : html`
              ${icon('shield')}${messages.signed(deviceName(signer))}
            `
      }
    `;
  }

  #admit(learner: ReceivedLearner, {course, hash, admitted}: PacketRow) {
    const {messages, room, store} = this.#stand;
    return this.#stand.attempt(async () => {
      await store?.setAdmitted(learner.learner, course, hash, !admitted);
      const whose = learnerName(room, learner);
      this.#stand.say(admitted ? messages.tookBack(whose) : messages.tookIn(whose));
    });
  }

  #admitAll(imports: readonly string[], theirs: readonly Line[], admitted: boolean) {
    const before = theirs.filter(({packet}) => packet.admitted).length;
    const {messages, store} = this.#stand;
    return this.#stand.attempt(async () => {
      const exchange = await store?.exchange();
      const changed = new Set<string>();
      for (const batch of imports) {
        for (const {hash} of (await exchange?.admitImport(batch, admitted)) ?? [])
          changed.add(hash);
      }
      const out = theirs.filter(({packet}) => packet.admitted && changed.has(packet.hash)).length;
      this.#stand.say(
        admitted ? messages.tookAllIn(theirs.length) : messages.tookAllBack(out, before - out),
      );
    });
  }

  #fold(id: string, {target}: Event) {
    const {open} = target as HTMLDetailsElement;
    if (this.#folded.get(id) === open) return;
    this.#folded = new Map(this.#folded).set(id, open);
    this.#stand.redraw();
  }
}

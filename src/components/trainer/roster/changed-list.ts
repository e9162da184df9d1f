import {html, nothing} from 'lit';
import type {RosterPlan} from '../../../exchange/roster/roster-plan.js';
import {called, type Member} from '../../../store/reckoning/member.js';
import {nameOn, postOn} from '../../../store/reckoning/unit-tree.js';
import type {RosterStand} from './stand.js';

/** More than that nobody reads; the file itself has them all. */
const mostListed = 200;

/** What a list would change about people who are known, one by one: a column that slipped is seen before it is written. */
export function changedList(stand: RosterStand, plan: RosterPlan) {
  const {messages} = stand;
  const changed = plan.rows.flatMap(({person, outcome, member}) => {
    const next = member && plan.change.members?.get(member.code);
    const isChange = outcome === 'changed' || outcome === 'moved';
    return isChange && next ? [{row: person.row, member, next}] : [];
  });
  if (changed.length === 0) return nothing;
  const rest = changed.length - mostListed;
  return html`
    <details id="changes">
      <summary>${messages.seeChanges(changed.length)}</summary>
      <ul class="lines">
        ${changed.slice(0, mostListed).map(
          ({row, member, next}) => html`
            <li>
              <strong>${messages.rowNumber(row)}</strong>
              · ${called(member)}
              <p class="quietly">${differences(stand, plan, member, next).join('; ')}</p>
            </li>
          `,
        )}
      </ul>
      ${
        rest > 0
          ? html`
              <p class="quietly">${messages.moreChanges(rest)}</p>
            `
          : nothing
      }
    </details>
  `;
}

function differences(stand: RosterStand, plan: RosterPlan, member: Member, next: Member): string[] {
  const {messages, tree, today} = stand;
  const post = (of: Member) => postOn(of, today) ?? of.posts.at(-1)!;
  const unitName = (of: Member) => {
    const {unit} = post(of);
    const found = tree.at.get(unit)?.unit ?? plan.newUnits.find(({id}) => id === unit);
    return found ? nameOn(found, today) : '';
  };
  const facts: readonly (readonly [label: string, of: (one: Member) => string])[] = [
    [messages.name, ({name}) => name],
    [messages.unit, unitName],
    [messages.role, (one) => messages.roles[post(one).role]],
    [messages.bornShort, ({birthYear}) => String(birthYear ?? '')],
    [messages.tailShort, ({phoneTail = ''}) => phoneTail],
  ];
  const found = facts.flatMap(([label, of]) =>
    of(member) === of(next) ? [] : [messages.fromTo(label, of(member), of(next))],
  );
  return found.length > 0 ? found : [messages.comesBack];
}

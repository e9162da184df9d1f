import {html} from 'lit';
import type {CivilDay} from '../../../store/reckoning/record.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import {nameOn, type UnitTree, wasThere, wayTo} from '../../../store/reckoning/unit-tree.js';

/** The units there are on this day and the one that is chosen, each with those it belongs to, to be picked in a list. */
export const unitOptions = ({all}: UnitTree, today: CivilDay, chosen: UnitKey | undefined) =>
  all
    .filter(({unit}) => wasThere(unit, today) || unit.id === chosen)
    .map(
      (node) => html`
        <option value=${node.unit.id} ?selected=${node.unit.id === chosen}>
          ${wayTo(node)
            .map(({unit}) => nameOn(unit, today))
            .reverse()
            .join(', ')}
        </option>
      `,
    );

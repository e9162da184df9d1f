import {alphabet} from './reckoning/base32.js';
import type {MemberCode} from './reckoning/member.js';
import {newMemberCode} from './reckoning/member-code.js';
import type {UnitKey} from './reckoning/unit.js';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** What new units and members are called: never twice, and never as anything that is there already. */
export interface RosterIds {
  readonly unit: () => UnitKey;
  readonly member: () => MemberCode;
}

/** Mints ids beside those there are. */
export function rosterIds(
  units: {has(key: UnitKey): boolean},
  members: {has(code: MemberCode): boolean},
): RosterIds {
  const minted = new Set<string>();
  const isTaken = (there: {has(key: string): boolean}) => (id: string) =>
    minted.has(id) || there.has(id);
  const kept = (id: string) => {
    minted.add(id);
    return id;
  };
  return {
    unit() {
      for (;;) {
        const id = Array.from(random(6), (byte) => alphabet.charAt(byte & 31)).join('');
        if (!isTaken(units)(id)) return kept(id);
      }
    },
    member: () => kept(newMemberCode(random, isTaken(members))),
  };
}

import type {Languages} from '../controllers/localize.js';
import {inviteVi} from './invite-vi.js';

/** What a trainer reads who invites members, and what stands on the printed invitations. */
export interface InviteMessages {
  readonly inviteOf: (name: string) => string;
  readonly how: string;
  readonly howWithoutApp: string;
  readonly picture: string;
  readonly message: string;
  readonly words: (invitation: {unit: string; member: string; address: string}) => string;
  readonly wordsWithoutApp: (invitation: {unit: string; member: string; code: string}) => string;
  readonly copy: string;
  readonly copied: string;
  readonly byHand: string;
  readonly share: string;
  readonly shared: string;
  readonly notShared: string;
  readonly made: string;
  readonly close: string;
  readonly tooBig: string;
  readonly noCourse: string;

  readonly printAllOf: (unit: string, count: number) => string;
  readonly printNote: string;
  readonly tooMany: (most: number) => string;
  readonly print: string;
  readonly drawing: string;
  readonly printed: string;
  readonly unseen: string;
  readonly cannot: string;
  readonly paper: {
    readonly title: string;
    readonly who: (unit: string, member: string) => string;
    readonly steps: readonly [string, string, string];
  };
}

/** Both languages of inviting. */
export const inviteLanguages: Languages<InviteMessages> = {
  vi: inviteVi,
  en: async () => (await import('./invite-en.js')).inviteEn,
};

import {textCodeOf} from '../../../exchange/text-code.js';
import type {PacketRow} from '../../../store/reckoning/packet.js';

/** How a code begins, so that it can be found again in the conversation it came from. */
export const beginningOf = ({bytes}: PacketRow): string => textCodeOf(bytes).slice(0, 24);

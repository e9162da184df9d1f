import {KnsOffline} from './components/page/offline.js';
import {KnsTextSize} from './components/page/text-size.js';

/** The tags that serve a page rather than a lesson, on learners' and on trainers' pages alike. */
export const pageElements = {
  'kns-offline': KnsOffline,
  'kns-text-size': KnsTextSize,
} as const;

import type {RecordingMessages} from './recording.js';

export const recordingEn: RecordingMessages = {
  listen: 'Listen to this part',
  stop: 'Stop',
  seconds: (seconds) => `${seconds} seconds`,
  fetching: 'Fetching the sound…',
  unheard: 'It cannot be heard yet. Check the network and press again. Every word is here to read.',
};

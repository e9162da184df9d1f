export {compareNames, foldName} from './reckoning/names.js';

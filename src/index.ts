export {openStore} from './store/store.js';

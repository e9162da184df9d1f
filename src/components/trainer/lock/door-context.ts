import {createContext} from '@lit/context';

/** True inside an element that shows the door to everything within it. */
export const doorContext = createContext<boolean>(Symbol.for('kynangso/door-context/1'));

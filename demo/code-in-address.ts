import {codeIn} from '../src/exchange/code-link.js';

/** The page without what stands behind `#`. */
export const pageAddress = (): string => location.href.replace(/#.*$/, '');

/**
 * Takes in the codes that stand behind the `#` of this page now, and of each link that is opened onto it later.
 * `take` resolves to whether a code was looked at to the end; until then it stays in the address, so that nothing is
 * lost with the network or for want of room.
 */
export function followCodes(take: (code: string) => Promise<boolean>): void {
  const look = async () => {
    const {hash} = location;
    const code = codeIn(hash);
    if (!code || !(await take(code)) || location.hash !== hash) return;
    // Whoever copies the address now must not hand on somebody's progress.
    history.replaceState(history.state, '', pageAddress());
  };
  const start = () => void look().catch(reportError);
  addEventListener('hashchange', start);
  start();
}

/**
 * What work resolves to, and the longest time others waited for their turn meanwhile, as a share of the whole: 1 where
 * the page stood still.
 */
export async function waitingDuring<T>(
  work: () => Promise<T>,
): Promise<{readonly result: T; readonly longest: number}> {
  const {port1, port2} = new MessageChannel();
  const begun = performance.now();
  let last = begun;
  let longest = 0;
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  // Each turn asks for the next one.
  port1.onmessage = () => {
    turn();
    port2.postMessage(undefined);
  };
  port2.postMessage(undefined);
  const result = await work();
  turn();
  port1.close();
  return {result, longest: longest / (last - begun)};
}

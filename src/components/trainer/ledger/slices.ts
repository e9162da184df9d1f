interface Scheduler {
  readonly scheduler?: {yield?: () => Promise<void>};
}

/** The page's turn: input, drawing and whatever else waits. */
function turn(): Promise<void> {
  const {scheduler} = globalThis as Scheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port2.onmessage = () => {
      port2.close();
      resolve();
    };
    port1.postMessage(undefined);
  });
}

/** Lets the page draw what there is: what waits with `turn` goes before that for a while. */
export const pageDrawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** ms of work between two turns of the page: half a frame on a fast machine, still below 50 on one four times slower. */
const slice = 6;

/** Goes through `steps` without ever holding the page up; false when it was told to stop before the end. */
export async function inSlices(steps: Iterator<unknown>, goesOn: () => boolean): Promise<boolean> {
  for (;;) {
    const until = performance.now() + slice;
    do {
      if (steps.next().done) return true;
    } while (performance.now() < until);
    await turn();
    if (!goesOn()) return false;
  }
}

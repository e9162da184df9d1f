/** One caller leaves; the work goes on for the others. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    // Chromium before 98 gives no reason.
    const leave = () =>
      reject((signal.reason as Error | undefined) ?? new DOMException('', 'AbortError'));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, {once: true});
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

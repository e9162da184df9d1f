/** Why a transaction or a request ended without its result. */
export const endedBy = (error: DOMException | null): DOMException =>
  error ?? new DOMException('', 'AbortError');

/** The result of a request. */
export const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(endedBy(request.error));
  });

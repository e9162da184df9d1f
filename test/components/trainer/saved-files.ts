/** The files that are handed to the browser's downloads while `work` goes on; none is left with whoever runs this. */
export async function savedFiles(work: () => Promise<void>): Promise<readonly File[]> {
  const saved: File[] = [];
  const made = Object.getOwnPropertyDescriptor(URL, 'createObjectURL')!;
  const keep = (file: File) => `about:blank#${saved.push(file)}`;
  Object.defineProperty(URL, 'createObjectURL', {...made, value: keep});
  const {prototype} = HTMLAnchorElement;
  Object.defineProperty(prototype, 'click', {configurable: true, value: () => undefined});
  try {
    await work();
  } finally {
    Object.defineProperty(URL, 'createObjectURL', made);
    Reflect.deleteProperty(prototype, 'click');
  }
  return saved;
}

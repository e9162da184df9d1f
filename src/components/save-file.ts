/** Hands a file to the browser's downloads. A page inside another app, or a sandboxed frame, may do nothing; nobody is told. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // Safari reads the address after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

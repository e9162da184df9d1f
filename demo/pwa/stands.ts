/** Resolves once something that fits `selector` stands in the root. */
export function stands<T extends Element>(
  root: DocumentFragment | HTMLElement,
  selector: string,
): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const found = root.querySelector<T>(selector);
      if (!found) return;
      watching.disconnect();
      resolve(found);
    };
    const watching = new MutationObserver(look);
    watching.observe(root, {childList: true, subtree: true});
    look();
  });
}

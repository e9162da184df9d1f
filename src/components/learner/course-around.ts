/** The course an element stands in, through shadow roots; nothing outside of one. */
export function courseAround(element: Element): (Element & {readonly learner: string}) | undefined {
  let node: Node | null = element;
  while (node && (node as Element).localName !== 'kns-course')
    node = node.parentNode ?? ((node as Partial<ShadowRoot>).host as Node | undefined) ?? null;
  return (node ?? undefined) as (Element & {readonly learner: string}) | undefined;
}

/** Every text inside an element, through all shadow roots, as a reader meets it; lines for what stands apart. */
export const shownText = (locator) =>
  locator.evaluate((element) => {
    const gather = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType === Node.ELEMENT_NODE && /^(STYLE|SVG)$/i.test(node.tagName)) return '';
      const scope = node.shadowRoot ?? node;
      const children = node.tagName === 'SLOT' ? node.assignedNodes() : scope.childNodes;
      return [...children].map(gather).join(' ');
    };
    return gather(element).replace(/\s+/g, ' ').trim();
  });

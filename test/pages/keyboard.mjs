import assert from 'node:assert/strict';

/** What has the focus, through all shadow roots. */
export const focused = (page) =>
  page.evaluate(() => {
    let {activeElement} = document;
    while (activeElement?.shadowRoot?.activeElement) ({activeElement} = activeElement.shadowRoot);
    return {
      id: activeElement?.id ?? '',
      tag: activeElement?.localName ?? '',
      type: activeElement?.getAttribute('type') ?? '',
      name: activeElement?.className ?? '',
      text: (activeElement?.closest('label') ?? activeElement)?.textContent.trim() ?? '',
      line: activeElement?.closest('[data-left]')?.dataset.left ?? '',
      seen: activeElement?.matches(':focus-visible') ?? false,
    };
  });

/** Presses a key until the focus is where it is wanted; one that is there already stays. */
export async function tabTo(page, wanted, key = 'Tab') {
  const met = [];
  for (let presses = 0; presses < 80; presses++) {
    const now = await focused(page);
    if (wanted(now)) return now;
    met.push(`${now.tag}#${now.id} ${now.text.replace(/\s+/g, ' ').slice(0, 30)}`);
    await page.keyboard.press(key);
  }
  return assert.fail(`never reached by ${key}; met: ${met.join(' | ')}`);
}

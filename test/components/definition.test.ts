import {expect, waitUntil} from '@open-wc/testing';
import {defineTags, isOurs} from '../../src/components/definition.js';
import {elements} from '../../src/define.js';

/** What is warned of while `work` runs. */
function warningsOf(work: () => void): string[] {
  const said: string[] = [];
  const {warn} = console;
  console.warn = (...words) => said.push(words.join(' '));
  work();
  console.warn = warn;
  return said;
}

describe('the tag table', () => {
  it('defines every tag, the provider first', () => {
    expect(Object.keys(elements)[0]).to.equal('kns-course');
    for (const [tag, element] of Object.entries(elements))
      expect(customElements.get(tag)).to.equal(element);
  });

  it('stands back, and says so once, where another copy is at work', () => {
    const table = {
      'kns-course': class extends HTMLElement {},
      'kns-second-copy': class extends HTMLElement {},
    };
    const said = warningsOf(() => {
      defineTags(table, () => {
        throw new Error('must not run');
      });
      defineTags(table, () => undefined);
    });
    expect(said.length).to.equal(1);
    expect(said[0]).to.contain('tag-taken <kns-course>');
    expect(customElements.get('kns-second-copy')).to.equal(undefined);
  });

  it('leaves out a part whose tag belongs to somebody else, and says so once', () => {
    customElements.define('kns-foreign', class extends HTMLElement {});
    const said = warningsOf(() => {
      expect(isOurs('kns-foreign')).to.equal(false);
      expect(isOurs('kns-foreign')).to.equal(false);
    });
    expect(said.length).to.equal(1);
    expect(isOurs('kns-lesson')).to.equal(true);
  });

  it('draws without a warning from Lit', async () => {
    const issued = (globalThis as {litIssuedWarnings?: Set<string>}).litIssuedWarnings;
    await waitUntil(() => issued);
    const others = [...issued!].filter((warning) => !/dev.mode/i.test(warning));
    expect(others).to.deep.equal([]);
  });
});

import {expect} from '@open-wc/testing';
import {findReports, type ReportLine, reportLineOf} from '../../src/exchange/report.js';

interface Vectors {
  readonly lines: readonly {
    readonly title: string;
    readonly line: ReportLine;
    readonly text: string;
  }[];
  readonly refused: readonly {
    readonly title: string;
    readonly text: string;
    readonly flaw: string;
  }[];
}

// Their check sums were reckoned by another program.
describe('the published report lines', () => {
  let vectors: Vectors;

  before(async () => {
    const answer = await fetch(new URL('../vectors/report.json', import.meta.url));
    vectors = (await answer.json()) as Vectors;
  });

  it('are written by this version letter for letter, and read as they say', () => {
    for (const {title, line, text} of vectors.lines) {
      expect(reportLineOf(line), title).to.equal(text);
      const [found] = findReports(text);
      expect(found && 'line' in found && found.line, title).to.deep.equal(line);
    }
    expect(vectors.lines).to.have.length(4);
  });

  it('that are flawed are refused for the reason they name', () => {
    for (const {title, text, flaw} of vectors.refused) {
      expect(
        findReports(text).map((one) => ('flaw' in one ? one.flaw : 'read')),
        title,
      ).to.deep.equal([flaw]);
    }
    expect(vectors.refused).to.have.length(17);
  });
});

import {VirtualizerController} from '@tanstack/lit-virtual';
import {LitElement, css, html} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {virtualize} from '@lit-labs/virtualizer/virtualize.js';

// The same lines in the same heights and roles, as others would draw them.

const styles = css`
  :host {
    display: block;
    width: 1200px;
    font:
      17px/1.35 system-ui,
      sans-serif;
  }
  .place {
    position: relative;
    overflow: auto;
    height: 600px;
  }
  .line {
    display: grid;
    grid-template-columns: 16em repeat(var(--n), minmax(3.5em, 1fr));
    width: calc(16em + var(--n) * 3.5em);
    height: 3.5em;
    border-bottom: 1px solid #ddd;
    background: #fff;
  }
  .who {
    position: sticky;
    left: 0;
    background: inherit;
  }
  .cell {
    display: grid;
    place-content: center;
    border-right: 1px solid #ddd;
  }
  .cell::before {
    content: '';
    width: 1.3em;
    height: 1.3em;
    border: 2px solid;
    border-radius: 50%;
  }
  .done::before {
    background: #23693f;
  }
`;

const cells = (line) =>
  line.cells.map(
    ({word, label}) => html`
      <div role="gridcell" class="cell ${word}" tabindex="-1" aria-label=${label}></div>
    `,
  );

const rowOf = (line, index, style = '') => html`
  <div role="row" class="line" aria-rowindex=${index + 1} style=${style}>
    <div role="rowheader" class="who">${line.name}</div>
    ${cells(line)}
  </div>
`;

class Peer extends LitElement {
  static styles = styles;
  count = globalThis.matrix.size().lines;
  line = (index) => globalThis.matrix.plainLine(index);
  connectedCallback() {
    super.connectedCallback();
    this.style.setProperty('--n', String(globalThis.matrix.size().columns));
  }
  get place() {
    return this.renderRoot.querySelector('.place');
  }
}

class WithTanstack extends Peer {
  virtual = new VirtualizerController(this, {
    getScrollElement: () => this.place,
    count: this.count,
    estimateSize: () => 60,
    overscan: 6,
  });
  render() {
    const virtualizer = this.virtual.getVirtualizer();
    const items = virtualizer.getVirtualItems();
    return html`
      <div class="place" role="grid" aria-rowcount=${this.count}>
        <div style="position: relative; height: ${virtualizer.getTotalSize()}px">
          ${repeat(
            items,
            ({key}) => key,
            ({index, start}) =>
              rowOf(
                this.line(index),
                index,
                `position: absolute; top: 0; transform: translateY(${start}px)`,
              ),
          )}
        </div>
      </div>
    `;
  }
  firstUpdated() {
    this.requestUpdate();
  }
}

class WithVirtualizer extends Peer {
  lines = Array.from({length: this.count}, (_, index) => index);
  render() {
    return html`
      <div class="place" role="grid" aria-rowcount=${this.count}>
        <div>
          ${virtualize({items: this.lines, renderItem: (index) => rowOf(this.line(index), index)})}
        </div>
      </div>
    `;
  }
}

class WithAll extends Peer {
  render() {
    return html`
      <div class="place" role="grid">
        ${Array.from({length: this.count}, (_, index) => rowOf(this.line(index), index))}
      </div>
    `;
  }
}

customElements.define('with-tanstack', WithTanstack);
customElements.define('with-virtualizer', WithVirtualizer);
customElements.define('with-all', WithAll);

const drawn = (peer) => {
  const {bottom} = peer.place.getBoundingClientRect();
  const rows = [...peer.renderRoot.querySelectorAll('.line')];
  return rows.length > 5 && rows.some((row) => row.getBoundingClientRect().bottom >= bottom - 4);
};

globalThis.peers = {
  /** In ms: until a screen of rows is drawn. */
  async firstPaint(tag) {
    await globalThis.matrix.painted();
    const began = performance.now();
    const peer = document.createElement(tag);
    document.body.append(peer);
    await peer.updateComplete;
    do await globalThis.matrix.painted();
    while (!drawn(peer));
    const took = performance.now() - began;
    peer.remove();
    return took;
  },
  async draw(tag) {
    const peer = document.createElement(tag);
    document.body.append(peer);
    await peer.updateComplete;
    do await globalThis.matrix.painted();
    while (!drawn(peer));
  },
  async scroll(tag) {
    const peer = document.createElement(tag);
    document.body.append(peer);
    await peer.updateComplete;
    do await globalThis.matrix.painted();
    while (!drawn(peer));
    const result = await globalThis.matrix.scrolled(peer.place, () =>
      peer.renderRoot.querySelectorAll('.line'),
    );
    peer.remove();
    return result;
  },
};

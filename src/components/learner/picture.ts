import {css} from 'lit';
import {isPicture, type PictureNode} from '../../curriculum/picture.js';

/** Draws a picture's closed tree; nothing in it can name a colour, an address or a script. */
export function drawPicture(node: PictureNode, alt: string): SVGElement {
  const svg = isPicture(node) ? draw(node) : draw(['svg', {}]);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', alt);
  return svg;
}

function draw([tag, attributes, ...children]: PictureNode): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map(draw));
  return element;
}

/**
 * A role paints the fill; `ink` and `line` paint the stroke. Two roles may stand together.
 * In the dark, where ink is light, every fill is dark, so that lines keep standing out.
 */
export const pictureStyles = css`
  .picture svg {
    display: block;
    width: 100%;
    height: auto;
    max-height: 20em;
    overflow: visible;
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .ink,
  .line {
    stroke: var(--_ink);
    stroke-width: 3px;
  }

  .line {
    fill: none;
  }

  .soft {
    fill: #dccfb8;
    fill: light-dark(#dccfb8, #4b4437);
  }

  .paper {
    fill: #fffdf8;
    fill: light-dark(#fffdf8, #23201a);
  }

  .accent {
    fill: var(--_accent);
    fill: light-dark(var(--_accent), color-mix(in oklab, var(--_accent) 60%, #191712));
  }

  .tint {
    fill: #cfe6df;
    fill: light-dark(#cfe6df, #2f5149);
  }

  .warm {
    fill: #e9a23b;
    fill: light-dark(#e9a23b, #b37524);
  }

  .skin {
    fill: #e8b48c;
    fill: light-dark(#e8b48c, #b07a52);
  }

  .alert {
    fill: #b5382a;
    fill: light-dark(#b5382a, #c2503f);
  }

  .good {
    fill: #2f7d4f;
    fill: light-dark(#2f7d4f, #3f8a5e);
  }

  @media (forced-colors: active) {
    .picture svg [class] {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 2px;
    }

    .picture svg .line {
      fill: none;
    }

    .picture svg :is(.accent, .good, .alert, .warm) {
      fill: Highlight;
    }
  }
`;

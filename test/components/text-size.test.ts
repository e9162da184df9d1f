import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {KnsTextSize} from '../../src/components/page/text-size.js';
import {setTextScale} from '../../src/components/page/text-scale.js';
import {defineFreeTags} from '../../src/components/definition.js';
import {button, find, says, stage, testStore} from './stage.js';

defineFreeTags({'kns-text-size': KnsTextSize});

const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);

async function buttons() {
  const control = await fixture<KnsTextSize>(html`
    <kns-text-size></kns-text-size>
  `);
  await button(control, 'A+');
  return control;
}

describe('<kns-text-size>', () => {
  afterEach(() => {
    setTextScale(1);
    localStorage.removeItem('kynangso/text-scale');
  });

  it('makes all text of a course larger, in every element alike, and the page around it not', async () => {
    const course = await stage(testStore());
    const outline = await find(course, 'kns-outline');
    const control = await buttons();
    const before = sizeOf(course);
    const page = sizeOf(document.body);
    (await button(control, 'A+')).click();
    expect(sizeOf(course)).to.be.closeTo(before * 1.2, 0.01);
    expect(sizeOf(outline)).to.be.closeTo(before * 1.2, 0.01);
    expect(sizeOf(document.body)).to.equal(page);
    expect(document.documentElement.getAttribute('style')).to.equal(null);
  });

  it('reaches elements that come to the page later', async () => {
    const control = await buttons();
    (await button(control, 'A+')).click();
    const course = await stage(testStore());
    expect(sizeOf(course)).to.be.closeTo(17 * 1.2, 0.01);
  });

  it('multiplies with the portal’s own buttons, whichever of the two is pressed first', async () => {
    const course = await stage(testStore());
    const parent = course.parentElement!;
    const control = await buttons();
    (await button(control, 'A+')).click();
    parent.style.fontSize = '24px';
    expect(sizeOf(course)).to.be.closeTo(24 * 1.0625 * 1.2, 0.01);
    parent.style.setProperty('--kns-text-scale', '1.1');
    expect(sizeOf(course)).to.be.closeTo(24 * 1.0625 * 1.2 * 1.1, 0.01);
  });

  it('stays under the finger: its own buttons keep their size', async () => {
    const control = await buttons();
    const before = control.getBoundingClientRect();
    (await button(control, 'A+')).click();
    (await button(control, 'A+')).click();
    await control.updateComplete;
    expect(control.getBoundingClientRect().width).to.equal(before.width);
    const [larger] = control.renderRoot.querySelectorAll('button');
    expect(larger!.getBoundingClientRect().height).to.be.at.least(44);
    expect(larger!.getBoundingClientRect().width).to.be.at.least(44);
  });

  it('goes up to the largest and down to the smallest, says each, and keeps the focus at the end', async () => {
    const control = await buttons();
    const [larger, usual, smaller] = control.renderRoot.querySelectorAll('button');
    larger!.focus();
    for (let press = 0; press < 6; press += 1) larger!.click();
    await says(control, 'Chữ to nhất');
    expect(larger!.getAttribute('aria-disabled')).to.equal('true');
    expect(control.shadowRoot!.activeElement).to.equal(larger);
    for (let press = 0; press < 6; press += 1) smaller!.click();
    await says(control, 'Chữ nhỏ');
    usual!.click();
    await says(control, 'Cỡ chữ thường');
    expect(usual!.getAttribute('aria-pressed')).to.equal('true');
  });

  it('is remembered on this device, and other tabs follow', async () => {
    const control = await buttons();
    (await button(control, 'A+')).click();
    expect(localStorage.getItem('kynangso/text-scale')).to.equal('1.2');
    const course = await stage(testStore());
    const frame = document.createElement('iframe');
    document.body.append(frame);
    // Another window of this origin, as another tab is.
    frame.contentWindow!.localStorage.setItem('kynangso/text-scale', '1.75');
    await waitUntil(() => Math.abs(sizeOf(course) - 17 * 1.75) < 0.01);
    frame.remove();
  });

  it('can be read aloud and has enough contrast', async () => {
    await expect(await buttons()).to.be.accessible();
  });
});

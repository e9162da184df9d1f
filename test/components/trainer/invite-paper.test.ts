import {expect, fixture, html} from '@open-wc/testing';
import {inviteVi} from '../../../src/components/messages/invite-vi.js';
import type {MemberInvitation} from '../../../src/components/trainer/roster/invitations.js';
import {printInvitations} from '../../../src/components/trainer/roster/invite-paper.js';
import {invitationCodeOf} from '../../../src/exchange/invitation.js';
import {withCheck} from '../../../src/store/reckoning/member-code.js';
import {sampleCourse} from '../../exchange/sample-course.js';

const course = sampleCourse();
const unit = 'Tổ 1, thôn Lô Lô Chải';

const invitations = (count: number) =>
  Array.from({length: count}, (_, at): MemberInvitation => {
    const code = withCheck(`K${String(at).padStart(5, '0')}`);
    const learner = String(at).padStart(16, '0');
    return {
      member: {code, name: `Lù Thị Mỷ ${at}`, posts: [{unit: 'B1NHHA', role: 'member'}]},
      unit,
      code: invitationCodeOf({learner, member: code, unit}, course),
      link: `https://hoc.example/pwa/#${invitationCodeOf({learner, member: code, unit}, course)}`,
    };
  });

const cardsIn = (root: HTMLElement) => [
  ...(root.querySelector('iframe')?.contentDocument?.querySelectorAll('article') ?? []),
];

describe('printed invitations', () => {
  it('of a large commune are drawn a few at a time, so that the trainer can go on', async () => {
    const root = await fixture<HTMLElement>(html`
      <div></div>
    `);
    const seen = [0];
    let isDone = false;
    const printing = printInvitations(root, invitations(400), inviteVi).then((end) => {
      isDone = true;
      return end;
    });
    while (!isDone) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      seen.push(cardsIn(root).length);
    }
    expect(await printing).not.to.equal('cannot');
    const cards = cardsIn(root);
    expect(cards).to.have.length(400);
    expect(cards.every((card) => card.querySelector('svg.qr path') !== null)).to.equal(true);
    expect(cards[399]!.textContent).to.contain('Lù Thị Mỷ 399').and.to.contain(unit);
    expect(cards.map(({parentElement}) => parentElement!.childElementCount)).to.include.members([
      8,
    ]);
    expect(
      root.querySelector('iframe')!.contentDocument!.querySelectorAll('section'),
    ).to.have.length(50);
    // How many at once is the clock's affair: frames come late on a busy machine.
    expect(new Set(seen).size, 'frames that found some more').to.be.above(4);
  });

  it('come onto the page in small numbers, so that it can be drawn between', async () => {
    const root = await fixture<HTMLElement>(html`
      <div></div>
    `);
    const steps: number[] = [];
    let before = 0;
    // Told once of all that is done in one go.
    const cards = new MutationObserver(() => {
      const now = cardsIn(root).length;
      steps.push(now - before);
      before = now;
    });
    const whole = {childList: true, subtree: true};
    const paper = new MutationObserver(() => {
      const page = root.querySelector('iframe')?.contentDocument;
      if (page) cards.observe(page, whole);
    });
    paper.observe(root, whole);
    await printInvitations(root, invitations(160), inviteVi);
    paper.disconnect();
    cards.disconnect();
    expect(before).to.equal(160);
    expect(Math.max(...steps)).to.be.at.most(12);
  });

  it('are not printed when the room is left meanwhile', async () => {
    const root = await fixture<HTMLElement>(html`
      <div></div>
    `);
    const printing = printInvitations(root, invitations(400), inviteVi);
    while (cardsIn(root).length === 0)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    root.querySelector('iframe')!.remove();
    expect(await printing).to.equal('gone');
  });
});

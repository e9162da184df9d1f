const lessonIn = (hash: string) => /^#\/([a-z0-9][a-z0-9-]*)$/.exec(hash)?.[1] ?? '';
const hashOf = (lesson: string) => (lesson ? `#/${lesson}` : '#/');

/** Which lesson the reader came from, so that "back to the outline" and the phone's back button mean the same. */
interface Entry {
  readonly from?: string;
}

/** Keeps the address (`#/m07-b02`) and the lesson of a course the same, whichever changes first. */
export function followAddress(course: HTMLElement): void {
  let shown = lessonIn(location.hash);
  if (shown) course.setAttribute('lesson', shown);

  new MutationObserver(() => {
    const lesson = course.getAttribute('lesson') ?? '';
    if (lesson === shown) return;
    const from = shown;
    shown = lesson;
    const entry = history.state as Entry | null;
    if (lesson === '' && entry?.from === '') history.back();
    else history.pushState({from} satisfies Entry, '', hashOf(lesson));
  }).observe(course, {attributes: true, attributeFilter: ['lesson']});

  addEventListener('popstate', () => {
    const lesson = lessonIn(location.hash);
    if (lesson === shown) return;
    shown = lesson;
    course.setAttribute('lesson', lesson);
  });
}

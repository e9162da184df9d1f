/** The page inside the phone: one script and one tag, as a portal has them. */
const asked = new URLSearchParams(location.search);
const word = (name: string): string => asked.get(name) ?? '';

const course = document.createElement('kns-course');
for (const name of ['lesson', 'province']) {
  if (word(name)) course.setAttribute(name, word(name));
}
course.setAttribute('src', `/course/${word('day')}/${word('facts')}/course.json`);
document.body.append(course);

/** After a save the author goes on reading where the page stood, as soon as it is long enough again. */
function stayAt(place: string) {
  const key = `kynangso/preview ${place}`;
  const wanted = Number(sessionStorage.getItem(key) ?? 0);
  const watch = new ResizeObserver(() => {
    if (document.documentElement.scrollHeight < wanted + innerHeight) return;
    watch.disconnect();
    scrollTo(0, wanted);
  });
  if (wanted > 0) watch.observe(document.body);
  for (const touch of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    addEventListener(touch, () => watch.disconnect(), {once: true, passive: true});
  }
  addEventListener('pagehide', () => sessionStorage.setItem(key, String(Math.round(scrollY))));
}
stayAt(word('lesson'));

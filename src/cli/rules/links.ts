import type {LessonRule} from './rule.js';

/** Links lead only to the domains that course.yaml names, and only over https and its own port. */
export const links: LessonRule = (lesson, {source}) => {
  for (const {href, place} of lesson.links) {
    const url = URL.canParse(href) ? new URL(href) : undefined;
    const allowed =
      url?.protocol === 'https:' &&
      url.username === '' &&
      url.port === '' &&
      source.links.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
    if (!allowed) lesson.report('link-forbidden', place, {link: href});
  }
};

import {lessonsOf, type Course} from '../../../curriculum/course.js';
import type {ReceivedLearner} from '../../../store/reckoning/packet.js';
import {reaches} from '../../../store/reckoning/standing.js';

/** From this reach on a lesson is completed, by whomever. */
const proxyReach = reaches.indexOf('proxy');

/** How many lessons of the course a learner has completed, in whatever edition. */
export const lessonsDoneOf = ({standing}: ReceivedLearner, course: Course): number =>
  lessonsOf(course).filter(({id}) =>
    Object.entries(standing.lessons).some(
      ([key, {reach}]) => key.startsWith(`${id}@`) && reach >= proxyReach,
    ),
  ).length;

import * as z from 'zod/mini';
import {sectionIds} from './block.js';
import {whole} from './checks.js';
import {Milestone} from './course.js';
import {Fact} from './facts.js';
import {Day, Id, Version} from './ids.js';
import {lessonHead} from './lesson.js';

// What authors write, as against what the build makes of it. Only the command line reads these;
// they are strict, because a misspelt field is a mistake here and a newer version there.

/** The front matter of a lesson. */
export type LessonSource = z.infer<typeof LessonSource>;
export const LessonSource = z.strictObject(lessonHead);

/** A province under the id that stays its own whatever it is called, with former names. */
export type ProvinceSource = z.infer<typeof ProvinceSource>;
export const ProvinceSource = z.strictObject({
  id: z.string().check(z.regex(/^VN-\d{2}$/)),
  name: z.string().check(z.minLength(1)),
  aliases: z.optional(
    z.array(z.strictObject({name: z.string().check(z.minLength(1)), until: Day})),
  ),
});

/** A name people still say. */
const former = z.strictObject({name: z.string().check(z.minLength(1)), until: z.optional(Day)});

/** A present name that is no dated fact, with what it was called before and the lessons that teach it. */
export type NameSource = z.infer<typeof NameSource>;
export const NameSource = z.strictObject({
  now: z.string().check(z.minLength(1)),
  formerly: z.array(former).check(z.minLength(1)),
  lessons: z.array(Id).check(z.minLength(1)),
});

/** `course.yaml`. */
export type CourseSource = z.infer<typeof CourseSource>;
export const CourseSource = z.strictObject({
  id: Id,
  title: z.string().check(z.minLength(1)),
  version: Version,
  lang: z.string().check(z.minLength(2)),
  licence: z.string().check(z.minLength(1)),
  releasedOn: Day,
  /** Whose facts may differ from the country's. */
  provinces: z.optional(z.array(ProvinceSource)),
  /** Old names by which a search finds what they are now. */
  names: z.optional(z.array(NameSource)),
  /** Domains that links may lead to, with their subdomains. */
  links: z.array(z.string()),
  modules: z
    .array(
      z.strictObject({
        id: Id,
        title: z.string().check(z.minLength(1)),
        lessons: z.array(Id).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
  milestones: z.array(Milestone),
});

/** One entry of `facts/<scope>.yaml`. */
export type FactSource = z.infer<typeof FactSource>;
export const FactSource = z.strictObject({
  ...Fact.shape,
  /** Names it bore before: found by a search, shown with “nay là”. */
  formerly: z.optional(z.array(former)),
});

/** `m05/b02.audio.yaml`: what of the lesson beside it can be heard. */
export type RecordingsSource = z.infer<typeof RecordingsSource>;
export const RecordingsSource = z.strictObject({
  recordings: z
    .array(
      z.strictObject({
        section: z.literal(sectionIds),
        block: z.optional(whole(1)),
        file: z.string().check(z.minLength(1)),
        seconds: whole(1, 600),
        voice: z.string().check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
});

import type {Messages} from './messages.js';
import {previewEn} from './preview.js';
import {sheetEn, sheetFlawsEn} from './sheet-en.js';

const say = (value: string | number | undefined): string => String(value ?? '–');

const bytesOf = (bytes: string | number | undefined): string =>
  `${Number(bytes ?? 0).toLocaleString('en-US')} bytes`;

const raises: Readonly<Record<string, string>> = {
  patch: 'the last number of version at least',
  minor: 'the middle number of version at least',
  major: 'the first number of version',
};

const sections: Readonly<Record<string, string>> = {
  why: 'why (the first “##” heading)',
  points: 'points (the second “##” heading)',
};

export const en: Messages = {
  flaws: {
    'course-folder-missing': () => 'There is no such course folder. Check the path.',
    'file-missing': ({name}) => `${say(name)} is missing. Check its name and its capitals.`,
    'file-unreadable': ({name, reason}) =>
      `${say(name)} cannot be read (${say(reason)}). Check its permissions.`,
    'file-too-large': ({kilobytes, most}) =>
      `The file has ${say(kilobytes)} kB, more than ${say(most)} kB. Split it.`,
    'file-outside': ({name}) =>
      `${say(name)} leads out of the course folder. Copy the file itself in.`,
    'file-not-text': () => 'The file is not UTF-8 text. Save it as UTF-8.',
    'hidden-character': ({character}) =>
      `There is an invisible ${say(character)}. Delete the passage and type it again.`,
    'character-reference': ({words}) =>
      `“${say(words)}” stands for a character. Type the character itself, or leave it out.`,
    'lesson-unlisted': ({name}) =>
      `${say(name)} is not listed in course.yaml and is left out. Add it to lessons.`,
    'yaml-invalid': ({reason}) =>
      `The YAML is malformed (${say(reason)}). Check indents, colons and quotes.`,
    'yaml-alias': () => 'YAML aliases (“*”) are refused. Write the value out.',
    'front-matter-missing': () =>
      'A lesson begins with its fields between two “---” lines. Copy them from another lesson.',
    'field-missing': ({field}) => `The field “${say(field)}” is missing. Add it.`,
    'field-unknown': ({field}) =>
      `There is no field “${say(field)}”. Check the spelling or remove it.`,
    'field-invalid': ({field}) =>
      `The value of “${say(field)}” has the wrong form. See the authors' guide.`,
    'version-not-string': ({value}) =>
      `Version ${say(value)} is not one. Write three numbers in quotes, as in "1.0.0".`,
    'day-unreal': ({day}) => `No calendar has the day ${say(day)}. Mend it, as year-month-day.`,
    'lesson-misplaced': ({lesson, name}) =>
      `The id “${say(lesson)}” does not fit ${say(name)}. Lesson m05-b02 is m05/b02.md.`,
    'lesson-duplicate': ({lesson}) => `“${say(lesson)}” is listed twice. Keep one.`,
    'milestone-lesson-unknown': ({lesson, milestone}) =>
      `Milestone “${say(milestone)}” asks for “${say(lesson)}”, which the course has not. Mend the id.`,
    'passage-too-long': ({most}) =>
      `This passage has more than ${say(most)} characters without an empty line. Part it with one.`,
    'nested-too-deep': () =>
      'Lists, quotes or “:::” blocks are nested too deep. Write passages of their own.',
    'directive-unknown': ({name}) =>
      `There is no block “:::${say(name)}”. Use steps, demo, practice, memo, chat or question.`,
    'directive-unclosed': ({name}) =>
      `The block “:::${say(name)}” is never closed. Add a line “:::” at its end.`,
    'directive-nested': ({name}) =>
      `“:::${say(name)}” stands inside another block. The block above may not be closed: add a line “:::”.`,
    'directive-malformed': () =>
      'This looks like a block but is not written as one. Write “:::demo”, without a space.',
    'attribute-unknown': ({attribute}) =>
      `A question has no attribute “${say(attribute)}”. Use #id, type, safety, rev.`,
    unsupported: ({what}) =>
      `A lesson cannot show this (${say(what)}). Use paragraphs, lists or “:::” blocks.`,
    'section-missing': ({section}) =>
      `The section ${sections[say(section)] ?? say(section)} is missing. Add it.`,
    'section-doubled': ({section}) =>
      `The section ${sections[say(section)] ?? say(section)} stands twice. Make one of them.`,
    'section-stray': () =>
      'This belongs to no section. Put it under a “##” heading or into a “:::” block.',
    'link-forbidden': ({link}) =>
      `${say(link)} is not allowed. Use https and a domain listed under links in course.yaml.`,
    'question-type-unknown': ({type}) =>
      `There is no question type “${say(type)}”. Use one of the nine types.`,
    'question-part-missing': ({part}) => `A part is missing here: ${say(part)}. Write it.`,
    'question-stray': () =>
      'This is one too many in the question, or out of place. Make it one list, put words into the stem.',
    'rev-invalid': ({question}) =>
      `rev of “${say(question)}” goes from 1 to the lesson's major version. Mend one of them.`,
    'option-without-id': () =>
      'There is no id. Add a short plain one at the end of the line, as in {#ask-again}.',
    'option-without-why': ({option}) =>
      `“${say(option)}” has no reason. Add a line “> …” that says why.`,
    'options-too-few': ({question}) => `“${say(question)}” has too few options. Add one.`,
    'right-option-missing': ({question}) =>
      `“${say(question)}” has no right answer. Mark it with [x] or +.`,
    'right-option-doubled': ({question}) =>
      `“${say(question)}” has several right answers. Keep one, or make it type=choices.`,
    'spot-mark-invalid': () =>
      'The mark is malformed. Write [[suspicious words]]{#id +} or [[innocent words]]{#id}.',
    'spot-reason-stray': ({id}) =>
      `The reason “${say(id)}” fits no mark. Begin it with the {#id} of a mark.`,
    'scenario-lost': ({turn, to}) =>
      `In turn “${say(turn)}” a reply leads to “${say(to)}”, which is not there. Mend the name after “->”.`,
    'scenario-unreached': ({turn}) =>
      `No reply leads to the turn “${say(turn)}”. Connect or remove it.`,
    'scenario-stuck': ({turn}) =>
      `From “${say(turn)}” there is no way to a good end. Add a reply that leads back.`,
    'id-invalid': ({id}) =>
      `“${say(id)}” cannot be an id. Use small letters a–z, digits and hyphens only, at most 48.`,
    'id-duplicate': ({id, line}) =>
      `The id “${say(id)}” is used on line ${say(line)}. Choose another.`,
    'picture-invalid': () => 'This is no valid SVG with a viewBox. Export the drawing again.',
    'picture-element': ({element}) =>
      `The drawing has a <${say(element)}>, which is not allowed. Use paths and basic shapes.`,
    'picture-attribute': ({attribute, value}) =>
      `${say(attribute)}="${say(value)}" is not allowed in a drawing. Colour it by class.`,
    'picture-text': () =>
      'A drawing has no text. Put the words into the description or the caption.',
    'picture-too-large': () => 'The drawing has too many strokes. Make it simpler.',
    'picture-alt-missing': ({name}) =>
      `${say(name)} has no description. Write into the brackets what a blind person needs to know.`,
    'recording-stray': ({name}) =>
      `${say(name)} has no lesson beside it. Name it like the lesson: b02.audio.yaml beside b02.md.`,
    'recording-name': ({name, stem}) =>
      `${say(name)} is not a name for a recording. Put it beside the lesson as ${say(stem)}-name.mp3, in small letters; ogg, opus, mp3, m4a and wav will do.`,
    'recording-not-sound': ({name}) =>
      `${say(name)} is not the sound its name says. Export it again.`,
    'recording-nowhere': ({section, block}) =>
      `The lesson has no block ${say(block)} in “${say(section)}”. Count from 1, or leave block out.`,
    'recording-doubled': ({line}) =>
      `This passage or this file was named on line ${say(line)}. Remove one of them.`,
    'token-unknown': ({token}) =>
      `There is no fact “${say(token)}”. Mend the name or add the fact.`,
    'token-in-link': ({token}) => `“${say(token)}” cannot stand inside a link. Move it out.`,
    'fact-scope': ({scope, name}) =>
      `The scope “${say(scope)}” does not fit ${say(name)}. Move the fact to its file.`,
    'scope-unknown': ({scope}) =>
      `There is no province “${say(scope)}”. Mend the scope, or list it under provinces in course.yaml.`,
    'fact-not-national': ({fact}) =>
      `“${say(fact)}” is in a province’s file only. Add it to facts/vn.yaml for whoever has chosen no province.`,
    'fact-person': ({words}) =>
      `“${say(words)}” looks like somebody’s own number or account. Take it out; only offices have numbers here.`,
    'fact-link': ({words}) =>
      `“${say(words)}” is a shortened link or a file to install. Write the full address of the official page.`,
    'fact-site': ({site}) =>
      `${say(site)} is not on the list of sites. Check the address, then list its domain under links in course.yaml.`,
    'fact-without-source': ({fact}) =>
      `“${say(fact)}” has a number without a source. Add at least one to sources.`,
    'fallback-digits': ({digits}) =>
      `The fallback has the number “${say(digits)}” and is shown when numbers are wrong. Say it without.`,
    'former-name-present': ({name}) =>
      `The old name “${say(name)}” is the present one. Take the line out of formerly.`,
    'name-lesson-unknown': ({lesson, now}) =>
      `The name “${say(now)}” leads to the lesson “${say(lesson)}”, which the course has not. Correct the id.`,
    'fact-unused': ({fact}) =>
      `No lesson uses “${say(fact)}”. Write {{${say(fact)}}} where it is needed, or take it out.`,
    'fact-without-value': ({fact}) =>
      `“${say(fact)}” has no value; its fallback is shown. Add a value with a source.`,
    'fact-unverified': ({fact}) =>
      `“${say(fact)}” is not verified; its fallback is shown. Verify it and set verifiedOn.`,
    'fact-expired': ({fact}) =>
      `“${say(fact)}” is out of date; its fallback is shown. Check it and set reviewBy.`,
    unwritten: () =>
      'What stands behind ✎ is still to be written. Put your own words in place of the mark and its hint.',
    unnamed: ({id}) =>
      `“${say(id)}” is the skeleton's id. Give one of your own, short and plain, that says what it is.`,
    'digits-outside-token': ({digits}) =>
      `“${say(digits)}” looks like a telephone number. Make it a fact and use {{name}}.`,
    'wording-forbidden': ({words, instead}) =>
      `“${say(words)}” is out of use. Write for instance: ${say(instead)}.`,
    'wrong-option-commands': ({verb}) =>
      `A wrong option of a safety question must not begin with the command “${say(verb)}”. Make it what somebody thinks.`,
    'right-option-longest': ({count, total}) =>
      `In ${say(count)} of ${say(total)} questions the right option is the longest. Even them out.`,
    'sentences-long': ({average, most, longest}) =>
      `Sentences have ${say(average)} syllables on average, more than ${say(most)}. This one has ${say(longest)}: split it.`,
    'sentence-long': ({syllables, most}) =>
      `This sentence has ${say(syllables)} syllables, more than ${say(most)}. Split it.`,
    'sentence-shared': ({name, line}) =>
      `This sentence stands in ${say(name)}, line ${say(line)}, too. Say it in other words.`,
    'review-due': ({day}) =>
      `The lesson was due for review (${say(day)}). Read it again and set reviewBy.`,
    'review-missing': () =>
      'Nobody has reviewed the lesson; it is shown as a draft. Add a name to reviewedBy.',
    'slots-invalid': ({name}) =>
      `“${say(name)}” is not a valid name. Take back slots.json of the last release.`,
    'slots-doubled': ({name}) =>
      `“${say(name)}” stands twice. Take back slots.json of the last release.`,
    'slots-changed': () =>
      'slots.json was changed by hand. Take back that of the last release; build adds new names itself.',
    'slots-moved': ({name, place, now}) =>
      `“${say(name)}” belongs in place ${say(place)} and is now in ${say(now)}. Take back slots.json of the last release.`,
    'slots-removed': ({name, place}) =>
      `“${say(name)}” is gone from place ${say(place)}. Take back slots.json of the last release.`,
    'lesson-gone': ({lesson}) =>
      `The lesson “${say(lesson)}” was published and is gone. If only its id changed, give it back. If it was dropped, leave it.`,
    'question-gone': ({question}) =>
      `The question “${say(question)}” was in this lesson and is gone. If only its id changed, give it back. If it was dropped, leave it.`,
    'id-changed': ({id, former}) =>
      `“${say(former)}” of the last release became “${say(id)}”. Give the id back; answers are filed under it.`,
    'meaning-changed': ({question}) =>
      `“${say(question)}” has another answer, type or options than in the last release. Raise the first number of version, and set rev to it.`,
    'version-lowered': ({version, major}) =>
      `Version ${say(version)} is lower than ${say(major)}, which was published. Raise it to ${say(major)} at least.`,
    'rev-lowered': ({question, rev}) =>
      `The rev of “${say(question)}” is lower than ${say(rev)}, which was published. Raise it again.`,
    'translation-behind': ({version, now}) =>
      `The translation is of version ${say(version)}, the lesson is ${say(now)} now, so the translation is left out. Translate what changed and raise its version.`,
    'translation-differs': ({question}) =>
      `The question “${say(question)}” is not that of the original. Keep every question with its id, type, rev, safety, options and right answer.`,
    'lessons-heavy': ({bytes, most}) =>
      `A lesson has ${bytesOf(bytes)} on average, pictures apart; keep below ${bytesOf(most)}. Shorten the heaviest.`,
    'picture-heavy': ({bytes, most}) =>
      `The picture has ${bytesOf(bytes)}; keep below ${bytesOf(most)}. Draw fewer lines and round the numbers.`,
    'pictures-heavy': ({bytes, most}) =>
      `The lesson's pictures add ${bytesOf(bytes)}; keep below ${bytesOf(most)}. Leave one out or draw fewer lines.`,
    'course-heavy': ({bytes, most}) =>
      `The course has ${bytesOf(bytes)}, pictures apart; keep below ${bytesOf(most)}. Shorten the heaviest lessons.`,
    ...sheetFlawsEn,
    'lesson-invalid': ({path, reason}) =>
      `The lesson is not valid at “${say(path)}” (${say(reason)}). See the authors' guide.`,
    'course-invalid': ({path, reason}) =>
      `The course is not valid at “${say(path)}” (${say(reason)}). Check course.yaml.`,
    'build-unreadable': ({name}) =>
      `${say(name)} of the build cannot be read. Choose a folder that build made, with all its files.`,
    'out-foreign': ({name}) =>
      `${say(name)} holds files that no build made. Choose an empty folder.`,
  },
  differences: {
    'course-other': ({former, id}) =>
      `These are two courses: “${say(former)}” and “${say(id)}”. Choose two editions of one.`,
    'course-changed': ({field, former, now}) =>
      `“${say(field)}” was “${say(former)}” and is “${say(now)}”.`,
    'course-version-kept': ({version}) =>
      `The course changed and still calls itself ${say(version)}. Raise version in course.yaml.`,
    'milestone-added': ({milestone}) => `Milestone “${say(milestone)}” is new.`,
    'milestone-removed': ({milestone}) =>
      `Milestone “${say(milestone)}” is gone. Whoever reached it keeps it.`,
    'milestone-changed': ({milestone}) => `Milestone “${say(milestone)}” changed.`,
    'milestone-kept': ({milestone}) =>
      `Milestone “${say(milestone)}” asks for other lessons under the same version. Whoever reached it keeps it; raise its version if all shall reach it again.`,
    'slots-new': ({lessons, questions}) =>
      `Progress codes get ${say(lessons)} more places for lessons and milestones, ${say(questions)} for questions. The others stay.`,
    'slots-broken': ({name}) =>
      `“${say(name)}” is no longer in its place in progress codes. Take back slots.json of the last release.`,
    'facts-added': ({scope}) => `The facts of ${say(scope)} are new.`,
    'facts-removed': ({scope}) => `The facts of ${say(scope)} are gone.`,
    'fact-added': ({fact, scope}) => `Fact “${say(fact)}” (${say(scope)}) is new.`,
    'fact-removed': ({fact, scope}) => `Fact “${say(fact)}” (${say(scope)}) is gone.`,
    'fact-changed': ({fact, scope, fields}) =>
      `Fact “${say(fact)}” (${say(scope)}) changed: ${say(fields)}. Phones with a network show it at once; no lesson's version needs to be raised.`,
    'statement-added': ({statement}) => `Self-rating: “${say(statement)}” is new.`,
    'statement-removed': ({statement}) => `Self-rating: “${say(statement)}” is gone.`,
    'statement-words': ({statement}) =>
      `Self-rating: “${say(statement)}” has other words. Former answers are still compared.`,
    'statement-meaning': ({statement}) =>
      `Self-rating: “${say(statement)}” has another rev. Former answers are compared no more.`,
    'steps-changed': () =>
      'Self-rating: the steps have other ids or another order, so former answers would be misread. Give them back, or raise the rev of every statement.',
    'lesson-added': ({title}) => `The lesson “${say(title)}” is new.`,
    'lesson-removed': ({title}) => `The lesson “${say(title)}” is gone.`,
    'lesson-moved': ({module}) => `It moved to the module “${say(module)}”.`,
    'head-changed': ({field}) => `“${say(field)}” in its head changed.`,
    'section-changed': ({section}) =>
      `The section ${sections[say(section)] ?? say(section)} changed.`,
    'question-added': ({question}) => `Question “${say(question)}” is new.`,
    'question-removed': ({question}) => `Question “${say(question)}” is gone.`,
    'question-words': ({question}) =>
      `Question “${say(question)}” has other words and the same meaning.`,
    'question-safety': ({question}) =>
      `Question “${say(question)}” became a safety question, or is none any more.`,
    'question-meaning': ({question}) =>
      `Question “${say(question)}” has another answer, type or options; its rev was raised.`,
    'question-again': ({question, rev}) =>
      `Question “${say(question)}” went to rev ${say(rev)} with the same meaning, and is asked again. Keep the former rev unless that is meant.`,
    'option-added': ({question, option}) =>
      `Question “${say(question)}” has a new option “${say(option)}”.`,
    'option-removed': ({question, option}) =>
      `Question “${say(question)}” lost its option “${say(option)}”.`,
    'id-changed': ({id, former}) =>
      `“${say(former)}” became “${say(id)}” with the same words. Give the id back; answers are filed under it.`,
    'meaning-kept-version': ({question}) =>
      `Question “${say(question)}” has another answer, type or options under the same version. Raise the first number of version, and set rev to it.`,
    'version-kept': ({version, raise}) =>
      `The lesson changed and still calls itself ${say(version)}. Raise ${raises[say(raise)] ?? say(raise)}.`,
    'version-low': ({version, raise}) =>
      `Version ${say(version)} is not enough. Raise ${raises[say(raise)] ?? say(raise)}.`,
    'version-lowered': ({version, former}) =>
      `Version ${say(version)} is lower than ${say(former)} before. Give a higher one.`,
    'rev-lowered': ({question, rev}) =>
      `The rev of “${say(question)}” is lower than ${say(rev)} before. Raise it again.`,
  },
  effects: {
    added: () => 'Nobody has learned this one yet. Milestones that were reached stay reached.',
    removed: () => 'It is not shown any more. Whoever had done it keeps the result.',
    kept: () => 'Whoever had done it is still done, and is asked nothing again.',
    again: (again) =>
      `Whoever had done it is still done; the ring shows “done in a former version – new content”.${
        again === '' ? '' : ` Asked again: ${again}.`
      }`,
  },
  courseDiffers: 'The whole course',
  lessonDiffers: ({lesson, former, now, needs}) =>
    `Lesson ${lesson}${former && now ? ` (${former} → ${now})` : ''}${
      needs === 'none' ? '' : `, raise ${raises[needs] ?? needs}`
    }`,
  noDifference: 'The two editions are the same.',
  notCompared: (path) => `Nothing was compared: ${path} has errors.`,
  severity: {error: 'error', warning: 'warning'},
  usage: `Usage:
  kynangso check <course-dir>              name every flaw, write nothing
  kynangso build <course-dir> --out <dir>  make the files pages load
  kynangso preview <course-dir> [--port N] see a lesson on a phone's frame, anew after every save
  kynangso new lesson <course-dir> <id>    begin a lesson that is then written to its end
  kynangso diff <old> <new>                what changed between two editions, and for whom
  kynangso spreadsheet <course-dir> --province VN-48 --out <file.xlsx>
                                           take a province's facts out (the country's: --country)
  kynangso spreadsheet <course-dir> --province VN-48 --in <file.xlsx>
                                           bring the filled-in sheet back

Options:
  --json               print the outcome as JSON
  --release            a lesson nobody reviewed is an error
  --against <file>     hold places and ids against the course.json of an earlier release
  --title <title>      of the new lesson
  --module <id>        of the new lesson; opened when there is none
  --lang vi|en         language of the messages`,
  unknownCommand: (command) => `There is no command “${command}”.`,
  missingOption: (option) => `This command needs ${option}.`,
  summary: (errors, warnings) => `${errors} errors, ${warnings} warnings.`,
  written: (out, lessons) => `Made ${lessons} lessons in ${out}.`,
  notWritten: 'Nothing was written. Mend the errors above and run it again.',
  slotsWritten: 'New names were added to slots.json. Commit it with the course.',
  preview: previewEn,
  sizes: {
    heading: 'Bytes a network carries (brotli), with / without pictures:',
    lesson: ({id, whole, withoutPictures}) =>
      `  ${id}  ${bytesOf(whole)} / ${bytesOf(withoutPictures)}`,
    average: ({whole, withoutPictures}) =>
      `  A lesson on average: ${bytesOf(whole)} / ${bytesOf(withoutPictures)}`,
    course: ({whole, withoutPictures}) =>
      `  The whole course: ${bytesOf(whole)} / ${bytesOf(withoutPictures)}`,
  },
  notBegun: {
    'id-malformed': ({id}) =>
      `“${say(id)}” cannot be a lesson's id. Use lower-case ASCII letters, digits and hyphens, as in m05-b05.`,
    'id-taken': ({id}) => `There is a lesson “${say(id)}” already. Choose another id.`,
    'id-published': ({id}) =>
      `“${say(id)}” was published once, and answers are filed under it. Choose another id.`,
    'file-taken': ({name}) =>
      `There is a file ${say(name)} already. Choose another id, or list that lesson in course.yaml.`,
    'module-missing': ({id}) =>
      `No module has room for “${say(id)}”. Lesson m05-b02 belongs to module m05. To open a module, add --module.`,
    'module-foreign': ({id, module}) =>
      `“${say(id)}” does not belong to module “${say(module)}”. A lesson's id begins with its module's and a hyphen.`,
    unwritable: ({name, reason}) =>
      `${say(name)} cannot be written (${say(reason)}). Check the folder's permissions.`,
  },
  lessonBegun: (file, folder) => `Began a lesson in ${file} and listed it in course.yaml.
What comes next:
  1. Open ${file}. Put your own words wherever ✎ stands, and change the ids that begin with dat-ma-.
  2. Run kynangso check ${folder} to see what is missing.`,
  sheet: sheetEn,
};

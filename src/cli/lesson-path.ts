/** The file of a lesson: `m05-b02` of module `m05` is `m05/b02.md`. Nothing when the id is not the module's. */
export const lessonPath = (module: string, lesson: string): string | undefined =>
  lesson.startsWith(`${module}-`) ? `${module}/${lesson.slice(module.length + 1)}.md` : undefined;

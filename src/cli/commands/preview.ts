import {statSync} from 'node:fs';
import {startPreview} from '../preview/server.js';
import {watchFolder} from '../preview/watch.js';
import {openWorkshop} from '../preview/workshop.js';
import type {Command} from './command.js';

const usualPort = 5174;

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/**
 * `kynangso preview <course-dir> [--port N]`: the lesson on a phone-sized frame beside its source, drawn anew after every
 * save. Writes nothing, and answers to this machine only.
 */
export const preview: Command = {
  options: {port: {type: 'string'}},
  async run(line) {
    const {messages} = line;
    const [course] = line.words;
    if (course === undefined) return line.refuse(messages.missingOption('<course-dir>'));
    if (!isFolder(course)) return line.refuse(messages.flaws['course-folder-missing']({}));
    const given = line.text('port');
    const port = given === undefined ? usualPort : Number(given);
    if (!Number.isInteger(port) || port < 0 || port > 65_535 || given === '') {
      return line.refuse(messages.preview.portInvalid(given ?? ''));
    }
    const workshop = openWorkshop(course, messages);
    workshop.compile();
    let server;
    try {
      server = await startPreview(workshop, port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      return line.refuse(messages.preview.portTaken(port));
    }
    const {url, saved, close} = server;
    line.say(messages.preview.open(url));
    const watch = watchFolder(course, () => {
      workshop.compile();
      saved();
    });
    return new Promise((resolve) => {
      const end = () => {
        watch.close();
        close();
        resolve(0);
      };
      process.once('SIGINT', end);
      process.once('SIGTERM', end);
    });
  },
};

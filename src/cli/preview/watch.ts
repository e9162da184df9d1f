import {type FSWatcher, readdirSync, statSync, watch} from 'node:fs';
import {join} from 'node:path';

/** An editor writes a file in several goes; what follows within this time belongs to one save. */
const pause = 60;
/** Network drives and some containers tell of nothing: then the folder is looked through. */
const interval = 1500;

/** Folders and a word on every file in them that differs after each save. */
function lookThrough(root: string): {folders: string[]; mark: string} {
  const folders = [root];
  const marks: string[] = [];
  for (const folder of folders) {
    try {
      for (const entry of readdirSync(folder, {withFileTypes: true})) {
        const path = join(folder, entry.name);
        if (entry.name.startsWith('.')) continue;
        if (entry.isDirectory()) folders.push(path);
        else {
          const {mtimeMs, size, ino} = statSync(path);
          marks.push(`${path} ${mtimeMs} ${size} ${ino}`);
        }
      }
    } catch {
      // Gone between being listed and being looked at: the next look finds it so.
    }
  }
  return {folders, mark: marks.sort().join('\n')};
}

/**
 * Calls after every save in a folder and below, also where an editor puts a new file in the place of the old one: it is
 * folders that are watched, since a watched file is lost with its name.
 */
export function watchFolder(root: string, onSave: () => void): {readonly close: () => void} {
  const watchers = new Map<string, FSWatcher>();
  let {mark} = lookThrough(root);
  let soon: NodeJS.Timeout | undefined;

  const lookAgain = () => {
    const found = lookThrough(root);
    for (const [folder, watcher] of watchers) {
      if (found.folders.includes(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of found.folders) attend(folder);
    if (found.mark === mark) return;
    mark = found.mark;
    onSave();
  };
  const attend = (folder: string) => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, () => {
        clearTimeout(soon);
        soon = setTimeout(lookAgain, pause);
      });
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    } catch {
      // No more watchers to be had: the look every now and then does it.
    }
  };

  lookAgain();
  const timer = setInterval(lookAgain, interval);
  return {
    close() {
      clearInterval(timer);
      clearTimeout(soon);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

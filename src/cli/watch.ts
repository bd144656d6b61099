/**
 * Calls back when something under the watched folders has changed and come to rest. Every change leads to the same
 * build as a plain one: there is no second way to build. Links are not followed.
 */
import { watch } from "chokidar";

export interface Watcher {
  close(): Promise<void>;
}

/** Milliseconds of silence before a build: editors save several files in one go, and some write a file twice. */
const REST = 150;
/** Milliseconds a file's size must stand still: page files are often copied over a slow network. */
const SETTLED = 200;

/**
 * `rebuild` never runs twice at a time; changes during a build lead to one more build after it.
 * `leaveOut` names folders whose changes do not count: the site itself, when it stands below the input.
 */
export function watchFolders(
  folders: readonly string[],
  leaveOut: (path: string) => boolean,
  rebuild: (changed: string) => Promise<void>,
  fail: (error: unknown) => void,
): Watcher {
  let timer: NodeJS.Timeout | undefined;
  let building = false;
  let pending: string | undefined;

  const begin = (): void => {
    if (building || pending === undefined) return;
    const changed = pending;
    pending = undefined;
    building = true;
    rebuild(changed)
      .catch(fail)
      .finally(() => {
        building = false;
        begin();
      });
  };
  const watcher = watch([...folders], {
    ignored: leaveOut,
    ignoreInitial: true,
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: 50 },
  });
  watcher.on("all", (_event, path) => {
    pending = path;
    clearTimeout(timer);
    timer = setTimeout(begin, REST);
  });
  watcher.on("error", fail);
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

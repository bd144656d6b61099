/** Whether a path that somebody wrote stays inside its folder on the disk too: none of its steps may be a link out of it. */
import { joinPath } from "./paths.js";
import { statusOf } from "./status-of.js";

/** True where every folder on the way is an ordinary one. Says nothing of the last step. */
export async function isReachable(folder: string, path: string): Promise<boolean> {
  const steps = path.split("/").slice(0, -1);
  let at = folder;
  for (const step of steps) {
    at = joinPath(at, step);
    if (!(await statusOf(at))?.isDirectory()) return false;
  }
  return true;
}

/** Ctrl-C and `kill`: what is half done is put away first, then the program ends as shells expect. */
import { EXIT } from "./exit-codes.js";

/**
 * Runs `putAway` once on SIGINT or SIGTERM and ends the program with 130 or 143. Gives a function that takes the
 * wish back. A second Ctrl-C while the first is still being served ends the program at once.
 */
export function onStop(putAway: () => void | Promise<void>): () => void {
  const interrupt = (): void => stop(EXIT.interrupted);
  const terminate = (): void => stop(EXIT.terminated);
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) process.exit(code);
    stopping = true;
    Promise.resolve()
      .then(putAway)
      .finally(() => process.exit(code));
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", terminate);
  return () => {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", terminate);
  };
}

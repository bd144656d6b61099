/**
 * Runs a script in a process of its own, gives it one order and takes one answer. What a hostile file does to a decoder
 * written in C, that it crashes, hangs or eats the memory, ends with that process and is a fault of the file.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** `patience`: milliseconds until it is killed. */
export function runApart<Order extends object, Answer>(
  script: URL,
  order: Order,
  patience: number,
  signal?: AbortSignal,
): Promise<Answer | { readonly fault: string }> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(script), {
      execArgv: [],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      timeout: patience,
      killSignal: "SIGKILL",
      ...(signal ? { signal } : {}),
    });
    // One that is gone already is told of by its end.
    child.send(order, () => undefined);
    let made: Answer | undefined;
    child.on("message", (said: Answer) => {
      made = said;
    });
    child.on("error", ({ message }) => resolve({ fault: message }));
    child.on("exit", (code, killer) => {
      const end = child.killed ? `took longer than ${patience / 1000} s` : `broke off (${killer ?? code})`;
      resolve(made ?? { fault: `what reads it ${end}` });
    });
  });
}

/** What the program's exit says to scripts. These numbers are a promise: they never change their meaning. */
export const EXIT = {
  clean: 0,
  /** Done, but with errors: an edition was not built, a page was not read. */
  errors: 1,
  /** The command line or the configuration is wrong. */
  usage: 2,
  /** Under --strict: built, with warnings. */
  findings: 3,
  /** The input is not there or cannot be read. */
  unreadable: 4,
  /** A fault of this program. EX_SOFTWARE of sysexits.h. */
  bug: 70,
  /** Another build holds the site; try again. EX_TEMPFAIL of sysexits.h. */
  locked: 75,
  /** 128 + the signal's number, as shells have it. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A wish of the user that cannot be met, in words for the terminal. Shown without a stack. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  readonly advice: string;

  constructor(exitCode: ExitCode, message: string, advice = "") {
    super(message);
    this.name = "CommandError";
    this.exitCode = exitCode;
    this.advice = advice;
  }
}

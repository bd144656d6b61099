/** Whether anything has this name: asked before a mistyped command is taken for a folder. */
export { existsSync as isThere } from "node:fs";

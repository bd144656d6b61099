/**
 * Ruby that layout found: units by themselves that take no part in deciding what the stories are. They are furniture, shown
 * where they stand on the page: nothing of them is lost, and they stand in no sentence.
 */
import type { StatedPiece } from "./line-states.js";
import type { Piece } from "./pieces.js";

export const isRuby = ({ line }: Piece): boolean => line.ruby !== undefined;

/** How sure it is, in nats: as sure as that it stands there. */
const sure = 20;

export const stateRuby = (ruby: readonly Piece[]): StatedPiece[] =>
  ruby.map((piece) => ({ piece, state: "furniture", rule: "ruby", margin: sure }));

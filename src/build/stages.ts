/**
 * The stages of the trip, in one place: what each takes and gives. The build is the only one that knows them all;
 * they do not know each other. A test may put another in the place of one, to see what the build makes of a fault.
 */
import { assembleEdition } from "../assemble/index.js";
import { sketchUnits } from "../assemble/sketch-units.js";
import { layOutEdition, reportCrowded } from "../layout/index.js";
import { publishArchive } from "../publish/index.js";
import { publishEdition } from "../publish/publish-edition.js";
import { readEdition } from "../read/index.js";
import {
  feedWordsFor,
  makeUpPages,
  nameEdition,
  renderArchive,
  renderEdition,
  renderSheets,
  summariseEdition,
} from "../render/index.js";
import { repairEdition } from "../repair/index.js";
import { checkConservation } from "../review/check-conservation.js";
import { reviewEdition } from "../review/index.js";
import { gatherTexts } from "./search/gather-texts.js";
import { collectSearch } from "./search/write-index.js";

export const stages = {
  readEdition,
  layOutEdition,
  reportCrowded,
  sketchUnits,
  repairEdition,
  assembleEdition,
  checkConservation,
  reviewEdition,
  publishEdition,
  makeUpPages,
  renderEdition,
  renderSheets,
  nameEdition,
  summariseEdition,
  gatherTexts,
  collectSearch,
  renderArchive,
  feedWordsFor,
  publishArchive,
};

export type Stages = typeof stages;

/** Property tests run on the same made-up input each time; JUMPLINE_SEED=random (or a number) looks at other input. */
import fc from "fast-check";

const wanted = process.env.JUMPLINE_SEED ?? "1958";
if (wanted !== "random") fc.configureGlobal({ seed: Number(wanted) });

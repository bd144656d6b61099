/**
 * The highest point of a smooth function with one peak, by L-BFGS (Nocedal 1980) with halving of steps.
 * @param {(at: Float64Array) => {value: number, slope: Float64Array}} measure
 * @param {{count: number, steps: number, enough?: number}} options `enough`: a rise that is not worth another step
 * @returns {Float64Array}
 */
export function maximise(measure, { count, steps, enough = 1e-4 }) {
  const dot = (a, b) => a.reduce((sum, value, k) => sum + value * b[k], 0);
  let at = new Float64Array(count);
  let here = measure(at);
  const memory = [];
  for (let step = 0; step < steps; step += 1) {
    const direction = Float64Array.from(here.slope);
    const used = [];
    for (const { moved, turned, scale } of memory.toReversed()) {
      const a = dot(moved, direction) * scale;
      used.push(a);
      for (let k = 0; k < count; k += 1) direction[k] -= a * turned[k];
    }
    const last = memory.at(-1);
    const first = last
      ? 1 / (last.scale * dot(last.turned, last.turned))
      : 1 / Math.sqrt(dot(here.slope, here.slope));
    for (let k = 0; k < count; k += 1) direction[k] *= first;
    memory.forEach(({ moved, turned, scale }, nth) => {
      const b = dot(turned, direction) * scale;
      const a = used[memory.length - 1 - nth];
      for (let k = 0; k < count; k += 1) direction[k] += (a - b) * moved[k];
    });
    let length = 1;
    let next = at;
    let there = here;
    const rise = dot(direction, here.slope);
    for (; length > 1e-6; length /= 2) {
      next = at.map((value, k) => value + length * direction[k]);
      there = measure(next);
      if (there.value >= here.value + 1e-4 * length * rise) break;
    }
    if (there.value - here.value < enough) break;
    const moved = next.map((value, k) => value - at[k]);
    const turned = here.slope.map((value, k) => value - there.slope[k]);
    const curve = dot(moved, turned);
    if (curve > 1e-10) memory.push({ moved, turned, scale: 1 / curve });
    if (memory.length > 12) memory.shift();
    at = next;
    here = there;
  }
  return at;
}

/* What was measured, as the page holds it; and the looks of each variant. */

import {present} from './format.js';
import {Timeline} from './spans.js';
import {theme} from './theme.js';

export const report = JSON.parse(document.getElementById('data').textContent);

export const timelines = toldApart((report.timelines || []).filter(raw => present(raw.lanes)).map(raw => new Timeline(raw, report.urls || [])));

/** Two labs may call their crawls the same: the later one gets a number, so that none hides another. */
function toldApart(all) {
  const taken = new Set();
  for (const timeline of all) {
    const key = name => `${timeline.warm} ${name}`;
    let name = timeline.variant;
    for (let i = 2; taken.has(key(name)); i++) name = `${timeline.variant} (${i})`;
    taken.add(key(name));
    timeline.variant = name;
  }
  return all;
}

export const variantNames = [...new Set([
  ...(report.variants || []).map(variant => variant.name),
  ...timelines.map(timeline => timeline.variant),
  ...((report.sweep || {}).series || []).map(series => series.variant),
])];

/**
 * A variant has one colour and one dash pattern, the same in every report. Labs name their crawls after the variant, for
 * instance "async, width 160": those share its colour, and differ in their dashes. Others take the colours that nobody here has.
 */
const KNOWN_VARIANTS = ['sync', 'threads', 'virtual', 'async', 'procs'];
const DASHES = [[], [10, 4], [3, 3], [14, 4, 3, 4], [6, 6], [2, 6]];

const variantLooks = (() => {
  const looks = new Map(KNOWN_VARIANTS.map((name, i) => [name, {colour: i, dash: i}]));
  const users = DASHES.map((_, i) => variantNames.includes(KNOWN_VARIANTS[i]) ? 1 : 0);
  for (const name of variantNames.filter(one => !looks.has(one))) {
    const known = KNOWN_VARIANTS.findIndex(variant => String(name).startsWith(variant));
    const colour = known >= 0 ? known : users.lastIndexOf(Math.min(...users));
    looks.set(name, {colour, dash: (colour + users[colour]) % DASHES.length});
    users[colour]++;
  }
  return looks;
})();

export function variantColour(name) {
  return theme.colour(`variant-${variantLooks.get(name).colour}`);
}

export function variantDash(name) {
  return DASHES[variantLooks.get(name).dash];
}

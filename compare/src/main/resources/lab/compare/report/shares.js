/* What the lanes of a crawl were at, in words: knows no page. */

import {format, present} from './format.js';
import {KINDS} from './spans.js';
import {say, sayCount} from './texts.js';

/** What the picture shows, in words. Where some lanes only wait and others compute, such as a loop, each is told on its own. */
export function laneShares(timeline) {
  const lanes = timeline.lanes.filter(lane => lane.kind.some(kind => KINDS[kind].group !== 'lag'));
  const computes = lane => lane.kind.some(kind => KINDS[kind].group === 'computing');
  const working = lanes.filter(computes);
  const waiting = lanes.filter(lane => !computes(lane));
  if (present(working) && present(waiting)) {
    return [...byKindOfLane(working), ...byKindOfLane(waiting)].map(alike => sharesOf(alike, timeline.elapsed)).join(' · ');
  }
  return sharesOf(lanes, timeline.elapsed, sayCount('shares.lanes', lanes.length));
}

/** Lanes whose names differ in nothing but their numbers. */
function byKindOfLane(lanes) {
  return [...Map.groupBy(lanes, laneKind).values()];
}

function laneKind(lane) {
  return lane.name.replace(/^crawler-(?=\D)/, '').replace(/[\s-]*\d+$/, '');
}

function sharesOf(lanes, elapsed, name = lanes.length === 1 ? laneKind(lanes[0]) : `${lanes.length} × ${laneKind(lanes[0])}`) {
  const sums = {waiting: 0, computing: 0, starting: 0, lag: 0};
  lanes.forEach(lane => lane.kind.forEach((kind, i) => sums[KINDS[kind].group] += lane.end[i] - lane.begin[i]));
  const parts = ['computing', 'waiting', 'starting'].filter(group => sums[group] > 0)
    .map(group => say(`group.${group}`, format.percent(100 * sums[group] / (lanes.length * elapsed))));
  return `${name} ${parts.join(', ')}`;
}

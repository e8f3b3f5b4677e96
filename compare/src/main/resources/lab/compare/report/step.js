/* For who has no pointer: the keys N and P step from span to span of a lane, L to the next lane. */

import {firstAbove} from './format.js';
import {spanDetails, tooltip} from './tooltip.js';

export function listenForSteps(chart) {
  const at = {row: 0, index: -1};
  chart.canvas.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !'npl'.includes(event.key)) return;
    step(chart, at, event.key);
    showSpan(chart, at);
  });
}

function step(chart, at, key) {
  const {lanes} = chart.timeline;
  if (key === 'l') {
    at.row = (at.row + 1) % lanes.length;
    // The first that is in view.
    at.index = firstAbove(lanes[at.row].latestEnd, chart.time.begin);
  }
  const change = {n: 1, p: -1, l: 0}[key];
  at.index = Math.max(0, Math.min(lanes[at.row].size - 1, at.index + change));
}

/** Brings a span into view, and tells of it as a pointer would. */
function showSpan(chart, {row, index}) {
  const lane = chart.timeline.lanes[row];
  if (lane.size === 0) return;
  const {time, canvas} = chart;
  const begin = lane.begin[index];
  if (begin < time.begin || begin > time.end) time.show(begin - time.length / 4, begin + time.length * 3 / 4);
  const box = canvas.getBoundingClientRect();
  const point = {clientX: box.left + Math.max(chart.gutter, chart.xOf(begin)), clientY: box.top + (row + 0.5) * chart.rowHeight};
  tooltip.show(point, spanDetails(chart.timeline, lane, index));
}

/* The section of timelines: who waits, who works; each crawl on its own length, or all on one clock. */

import {addSection, el, section} from './base.js';
import {crawls} from './crawls.js';
import {timelines} from './data.js';
import {format} from './format.js';
import {LaneChart} from './lanes.js';
import {swatch} from './paint.js';
import {laneShares} from './shares.js';
import {KINDS} from './spans.js';
import {theme} from './theme.js';
import {spanTable} from './spantable.js';
import {say} from './texts.js';
import {TimeWindow} from './timewindow.js';

export const time = new TimeWindow();

/** So short that the single spans of a page are seen, in µs. */
const CLOSE = 150_000;

function timelinesSection() {
  if (timelines.length === 0) return null;
  const hidden = new Set();
  const shows = kind => !hidden.has(kind);
  const list = el('div', {class: 'timeline-list'});
  const sameClock = sameClockButton(() => build());
  let charts = [];

  const redraw = () => charts.forEach(chart => chart.redraw());
  const build = () => {
    showWhole();
    charts = crawls.shown().map(timeline => laneChart(timeline, sameClock.isOn() ? time : ownTime(timeline), shows));
    list.replaceChildren(...charts.map(timelineFigure));
  };
  time.onChange(redraw);
  theme.onChange(redraw);
  crawls.onChange(build);
  build();

  return section('timelines', say('timelines.heading'), say('timelines.lead'),
    el('div', {class: 'toolbar'}, crawls.choosers(), sameClock.element, zoomButtons(() => new Set(charts.map(chart => chart.time)))),
    legend(hidden, redraw),
    list,
    el('p', {class: 'hint for-mouse'}, say('timelines.for-mouse')),
    el('p', {class: 'hint for-touch'}, say('timelines.for-touch')));
}

/** Whether all crawls share one time axis, or each has its own. */
function sameClockButton(onSwitch) {
  let on = timelines.length === 1;
  const element = el('button', {type: 'button', id: 'same-clock', 'aria-pressed': String(on), onclick: () => {
    on = !on;
    element.setAttribute('aria-pressed', String(on));
    onSwitch();
  }}, say('timelines.same-clock'));
  return {element: timelines.length === 1 ? null : element, isOn: () => on};
}

function laneChart(timeline, window, shows) {
  const chart = new LaneChart(timeline, window, shows, timeline.boundMillis);
  // The shared one redraws all charts at once.
  if (window !== time) window.onChange(chart.redraw);
  return chart;
}

/** One crawl from its begin to its end, with some air to the right. */
function ownTime({begin, end}) {
  const own = new TimeWindow();
  own.setWhole(begin, end + (end - begin) * 0.02);
  return own;
}

/** The shared clock, from the first begin to the last end of all crawls that are shown. */
function showWhole() {
  const shown = crawls.shown();
  if (shown.length === 0) return;
  const begin = Math.min(...shown.map(timeline => timeline.begin));
  const end = Math.max(...shown.map(timeline => timeline.end));
  time.setWhole(begin, end + (end - begin) * 0.02);
}

function timelineFigure(chart) {
  const {timeline} = chart;
  return el('figure', {class: 'timeline'},
    el('figcaption', {},
      el('strong', {class: 'variant-name'}, timeline.variant),
      el('span', {class: 'done'}, say('timelines.done', format.micros(timeline.elapsed))),
      chart.showsBest() ? el('span', {class: 'best'}, say('timelines.best', format.micros(chart.bestMillis * 1000))) : null,
      el('span', {class: 'shares'}, laneShares(timeline))),
    chart.element(),
    spanTable(chart));
}

/** They act on all the windows of time that charts have. */
function zoomButtons(windows) {
  const button = (label, name, action) =>
    el('button', {type: 'button', 'aria-label': name, onclick: () => windows().forEach(action)}, label);
  return el('div', {class: 'choice', role: 'group', 'aria-label': say('timelines.zoom')},
    button('−', say('timelines.zoom-out'), window => window.zoom(1 / 0.7)),
    button('+', say('timelines.zoom-in'), window => window.zoom(0.7)),
    button(say('timelines.closely'), say('timelines.closely-says'), window => window.show(window.whole.begin, window.whole.begin + CLOSE)),
    button(say('timelines.all'), say('timelines.all'), window => window.reset()));
}

/** A button for each kind that there is; pressing it hides that kind. */
function legend(hidden, redraw) {
  const used = new Set();
  timelines.forEach(timeline => timeline.eachSpan((lane, i) => used.add(lane.kind[i])));
  const buttons = [...used].sort((a, b) => a - b).map(kind => {
    const {name} = KINDS[kind];
    const button = el('button', {type: 'button', 'aria-pressed': 'true', title: say(`kind.${name}.says`), 'data-kind': name},
      swatch(kind), say(`kind.${name}`));
    button.addEventListener('click', () => {
      if (!hidden.delete(kind)) hidden.add(kind);
      button.setAttribute('aria-pressed', !hidden.has(kind));
      redraw();
    });
    return button;
  });
  return el('div', {class: 'legend', role: 'group', 'aria-label': say('timelines.kinds')}, buttons);
}

addSection(60, timelinesSection);

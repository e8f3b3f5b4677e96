/* Over time: how busy the processor was, how many requests were in flight, how late the event loop was. */

import {addSection, el, oncePerFrame, section} from './base.js';
import {axis, axisBelow, chartLegend, line, lineChart} from './charts.js';
import {crawls} from './crawls.js';
import {timelines, variantColour} from './data.js';
import {fixed, format, meanAndMost, present} from './format.js';
import {kindIndex, KINDS} from './spans.js';
import {say} from './texts.js';
import {time} from './timeline.js';
import {zoomByKey} from './timewindow.js';

const SLICES = 240;
const VIRTUAL_THREADS = ['mounted', 'queued'];

function overTimeSection() {
  if (timelines.length === 0) return null;
  const list = el('div', {class: 'chart-list'});
  let charts = [];
  const build = () => {
    charts = chartsOverTime(crawls.shown());
    list.replaceChildren(...charts.map(chart =>
      el('figure', {}, el('figcaption', {}, el('h3', {}, chart.heading), chart.note), chart.box)));
  };
  crawls.onChange(build);
  time.onChange(oncePerFrame(() => charts.forEach(chart => zoomPlot(chart.plot()))));
  build();
  return section('over-time', say('over-time.heading'), say('over-time.lead'),
    el('div', {class: 'toolbar'}, crawls.choosers()), list);
}

/** Only the charts that have something to show. */
function chartsOverTime(shown) {
  const end = Math.max(...shown.map(timeline => timeline.elapsed));
  const at = Array.from({length: SLICES}, (none, slice) => (slice + 0.5) * end / SLICES);
  const sampled = shown.filter(timeline => timeline.samples && present(timeline.samples.at));
  const lagging = shown.filter(timeline => lagOf(timeline).length > 0);
  const charts = [];
  if (sampled.length > 0) {
    const look = {label: say('over-time.cpu.axis'), unit: ' %', digits: 0};
    charts.push(overTimeChart(say('over-time.cpu'), say('over-time.cpu.note'), look, at, sampled,
      timeline => at.map(micros => micros > timeline.elapsed ? null : timeline.cpuAt(micros)),
      () => ({paths: uPlot.paths.stepped({align: 1})})));
  }
  const slice = format.micros(end / SLICES);
  const requests = {label: say('over-time.in-flight.axis'), unit: '', digits: 1};
  charts.push(overTimeChart(say('over-time.in-flight'), say('over-time.in-flight.note', slice), requests, at, shown,
    timeline => until(timeline, at, timeline.inFlight.means(end, SLICES))));
  const virtual = shown.filter(timeline => timeline.virtualThreads && present(timeline.virtualThreads.at));
  if (virtual.length > 0) {
    for (const what of VIRTUAL_THREADS) {
      const look = {label: say('over-time.virtual-threads'), unit: '', digits: 1};
      charts.push(overTimeChart(say(`over-time.${what}`), say(`over-time.${what}.note`), look, at, virtual,
        timeline => until(timeline, at, at.map(micros => timeline.virtualThreadsAt(micros, what))),
        () => ({paths: uPlot.paths.stepped({align: 1})})));
    }
  }
  if (lagging.length > 0) {
    const look = {label: say('over-time.lag.axis'), unit: ' ms', digits: 2};
    charts.push(overTimeChart(say('over-time.lag'), say('over-time.lag.note'), look, at, lagging,
      timeline => until(timeline, at, worstLag(timeline, end)),
      variant => ({dash: [], width: 1.5, fill: `${variantColour(variant)}40`, paths: uPlot.paths.stepped({align: 1})})));
  }
  return charts;
}

/** A line ends where its crawl did. */
function until(timeline, at, values) {
  return at.map((micros, slice) => micros > timeline.elapsed + (at[1] - at[0]) ? null : values[slice]);
}

function lagOf(timeline) {
  const lag = kindIndex('lag');
  return timeline.lanes.filter(lane => lane.kind.includes(lag));
}

/** The longest lag that began in each slice, in ms. */
function worstLag(timeline, end) {
  const worst = new Array(SLICES).fill(0);
  for (const lane of lagOf(timeline)) {
    for (let i = 0; i < lane.size; i++) {
      const slice = Math.min(SLICES - 1, Math.max(0, Math.floor(lane.begin[i] / end * SLICES)));
      if (KINDS[lane.kind[i]].name === 'lag') worst[slice] = Math.max(worst[slice], (lane.end[i] - lane.begin[i]) / 1000);
    }
  }
  return worst;
}

function overTimeChart(heading, note, {label, unit, digits}, at, shown, valuesOf, look = () => ({})) {
  const data = [at.map(micros => micros / 1e6), ...shown.map(valuesOf)];
  const highest = Math.max(1, ...data.slice(1).flat());
  const says = shown.map((timeline, i) => `${timeline.variant} ${meanAndMost(data[i + 1], unit, digits)}`).join('; ');
  const chart = lineChart(heading, () => ({
    data,
    says,
    options: {
      cursor: {
        sync: {key: 'time', setSeries: true},
        drag: {x: true, y: false, setScale: false},
        points: {size: 8},
        bind: {dblclick: () => () => time.reset()},
      },
      scales: {x: {time: false, min: time.begin / 1e6, max: time.end / 1e6}, y: {range: [0, highest * 1.08]}},
      legend: chartLegend(),
      axes: [axisBelow(say('over-time.seconds')), axis(label)],
      series: [{label: say('over-time.moment'), value: (plot, seconds) => seconds === null ? say('over-time.point') : `${fixed(seconds, 2)} s`},
        ...shown.map(timeline => line(timeline.variant, unit, digits, look(timeline.variant)))],
      hooks: {setSelect: [zoomToSelection], ready: [zoomPlot]},
    },
  }));
  chart.box.tabIndex = 0;
  chart.box.addEventListener('keydown', event => {
    if (zoomByKey(time, event.key)) event.preventDefault();
  });
  return {heading, note, ...chart};
}

/** Charts show the same stretch of time as the timelines. */
function zoomPlot(plot) {
  if (plot) plot.setScale('x', {min: time.begin / 1e6, max: time.end / 1e6});
}

function zoomToSelection(plot) {
  const {left, width} = plot.select;
  if (width < 4) return;
  const begin = plot.posToVal(left, 'x') * 1e6;
  const end = plot.posToVal(left + width, 'x') * 1e6;
  plot.setSelect({left: 0, width: 0, top: 0, height: 0}, false);
  time.show(begin, end);
}

addSection(80, overTimeSection);

'use strict';
/* The section of timelines: who waits, who works, on one time axis for all variants. */

const time = new TimeWindow();

/** So short that the single spans of a page are seen, in µs. */
const CLOSE = 150_000;

function timelinesSection() {
  if (timelines.length === 0) return null;
  const hidden = new Set();
  const shows = kind => !hidden.has(kind);
  const list = el('div', {class: 'timeline-list'});
  let charts = [];

  const redraw = () => charts.forEach(chart => chart.redraw());
  const build = () => {
    charts = crawls.shown().map(timeline => new LaneChart(timeline, time, shows, timeline.boundMillis));
    list.replaceChildren(...charts.map(timelineFigure));
    showWhole();
  };
  time.onChange(redraw);
  theme.onChange(redraw);
  crawls.onChange(build);
  build();

  return section('timelines', 'Who waits, who works',
    'A row is a lane: a thread, a loop, a process. Pale and low is waiting, strong and tall is computing, empty is idle. '
      + 'All share one time axis.',
    el('div', {class: 'toolbar'}, crawls.choosers(), zoomButtons()),
    legend(hidden, redraw),
    list,
    el('p', {class: 'hint'},
      'Zoom with + and −, Ctrl and the wheel, or two fingers; move by dragging or with the arrow keys; '
      + '0 shows all. Point at a span to see its page, or step with N and P from span to span, with L from lane to lane.'));
}

/** From the first begin to the last end of all crawls that are shown, with some air to the right. */
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
      el('span', {class: 'done'}, `done in ${format.micros(timeline.elapsed)}`),
      chart.showsBest() ? el('span', {class: 'best'}, `best possible ${format.micros(chart.bestMillis * 1000)}`) : null,
      el('span', {class: 'shares'}, laneShares(timeline))),
    chart.element());
}

/** What the picture shows, in words: how much of the lanes' time went into what. */
function laneShares(timeline) {
  const lanes = timeline.lanes.filter(lane => lane.kind.some(kind => KINDS[kind].group !== 'lag'));
  const sums = {waiting: 0, computing: 0, starting: 0, lag: 0};
  timeline.eachSpan((lane, i) => sums[KINDS[lane.kind[i]].group] += lane.end[i] - lane.begin[i]);
  const whole = lanes.length * timeline.elapsed;
  const parts = ['waiting', 'computing', 'starting']
    .filter(group => sums[group] > 0)
    .map(group => `${group} ${format.percent(100 * sums[group] / whole)}`);
  return `${lanes.length} ${lanes.length === 1 ? 'lane' : 'lanes'}: ${parts.join(' · ')} of their time`;
}

function zoomButtons() {
  const button = (label, name, action) => el('button', {type: 'button', 'aria-label': name, onclick: action}, label);
  return el('div', {class: 'choice', role: 'group', 'aria-label': 'Zoom all timelines'},
    button('−', 'Zoom out', () => time.zoom(1 / 0.7)),
    button('+', 'Zoom in', () => time.zoom(0.7)),
    button('Look closely', 'Look closely: the first 150 milliseconds', () => time.show(time.whole.begin, time.whole.begin + CLOSE)),
    button('Show all', 'Show all', () => time.reset()));
}

/** A button for each kind that there is; pressing it hides that kind. */
function legend(hidden, redraw) {
  const used = new Set();
  timelines.forEach(timeline => timeline.eachSpan((lane, i) => used.add(lane.kind[i])));
  const buttons = [...used].sort((a, b) => a - b).map(kind => {
    const {name, says} = KINDS[kind];
    const button = el('button', {type: 'button', 'aria-pressed': 'true', title: says, 'data-kind': name}, swatch(kind), name);
    button.addEventListener('click', () => {
      if (!hidden.delete(kind)) hidden.add(kind);
      button.setAttribute('aria-pressed', !hidden.has(kind));
      redraw();
    });
    return button;
  });
  return el('div', {class: 'legend', role: 'group', 'aria-label': 'Kinds of spans, to show or hide'}, buttons);
}

addSection(60, timelinesSection);

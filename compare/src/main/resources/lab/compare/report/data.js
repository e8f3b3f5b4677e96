'use strict';
/* What was measured, as the page holds it, and what can be derived from it. */

const report = JSON.parse(document.getElementById('data').textContent);

/** The kinds of spans, in the order of the legend. Waiting is drawn low and pale, computing tall and strong. */
const KINDS = [
  {name: 'wait', group: 'waiting', says: 'request sent, no byte back yet'},
  {name: 'receive', group: 'waiting', says: 'bytes arriving'},
  {name: 'connect', group: 'waiting', says: 'opening a connection'},
  {name: 'retry-pause', group: 'waiting', says: 'pausing before it asks again'},
  {name: 'parse', group: 'computing', says: 'looking for links'},
  {name: 'checksum', group: 'computing', says: 'the CPU-bound work'},
  {name: 'store', group: 'computing', says: 'writing the page away'},
  {name: 'start', group: 'starting', says: 'launching a worker until it is ready'},
  {name: 'lag', group: 'lag', says: 'how late the event loop came to its timer'},
  {name: 'other', group: 'starting', says: 'anything else'},
];
const IN_FLIGHT = new Set(['connect', 'wait', 'receive']);
const OTHER = KINDS.length - 1;

function kindIndex(name) {
  const index = KINDS.findIndex(kind => kind.name === name);
  return index < 0 ? OTHER : index;
}

/** One row of a timeline, its spans sorted by begin in typed arrays: 20,000 of them must stay quick to search. */
class Lane {
  constructor(raw) {
    const order = [...(raw.begin || []).keys()].sort((a, b) => raw.begin[a] - raw.begin[b]);
    this.name = raw.name;
    this.size = order.length;
    this.begin = Float64Array.from(order, i => raw.begin[i]);
    this.end = Float64Array.from(order, i => raw.begin[i] + raw.length[i]);
    this.kind = Uint8Array.from(order, i => kindIndex((raw.kind || [])[i]));
    this.url = Int32Array.from(order, i => raw.url ? raw.url[i] : -1);
    this.latestEnd = Float64Array.from(this.end);
    // Spans of kind lag may overlap; the latest end so far only ever grows, so that it can be searched.
    for (let i = 1; i < this.size; i++) this.latestEnd[i] = Math.max(this.latestEnd[i - 1], this.end[i]);
  }
}

/** One crawl: its lanes, and what became of each page when. */
class Timeline {
  constructor(raw) {
    this.variant = raw.variant;
    this.warm = Boolean(raw.warm);
    this.urls = raw.urls || [];
    this.samples = raw.samples;
    this.lanes = (raw.lanes || []).map(lane => new Lane(lane));
    this.begin = Math.min(0, ...this.lanes.map(lane => lane.size ? lane.begin[0] : 0));
    this.end = Math.max(raw.elapsedMicros || 0,
      ...this.lanes.map(lane => lane.size ? lane.latestEnd[lane.size - 1] : 0));
    this.elapsed = raw.elapsedMicros || this.end;
    this.boundMillis = raw.boundMillis;
    const discovered = raw.discovered || [];
    this.pages = this.urls.map((url, i) => ({discovered: discovered[i] ?? -1, begin: Infinity, end: -1, spans: []}));
    this.eachSpan(this.addToPage.bind(this));
    this.inFlight = new Steps(this.spansOf(kind => IN_FLIGHT.has(kind.name)));
    this.computing = new Steps(this.spansOf(kind => kind.group === 'computing'));
  }

  eachSpan(visitor) {
    for (const lane of this.lanes) for (let i = 0; i < lane.size; i++) visitor(lane, i);
  }

  addToPage(lane, i) {
    const page = this.pages[lane.url[i]];
    if (!page) return;
    page.begin = Math.min(page.begin, lane.begin[i]);
    page.end = Math.max(page.end, lane.end[i]);
    page.spans.push({begin: lane.begin[i], end: lane.end[i], group: KINDS[lane.kind[i]].group});
  }

  spansOf(accepts) {
    const spans = [];
    this.eachSpan((lane, i) => {
      if (accepts(KINDS[lane.kind[i]])) spans.push([lane.begin[i], lane.end[i]]);
    });
    return spans;
  }

  /** How long a page was known before anyone took it up, in µs; undefined if unknown. */
  waitedInFrontier(url) {
    const page = this.pages[url];
    return page && page.discovered >= 0 && page.begin < Infinity ? page.begin - page.discovered : undefined;
  }

  /** Client CPU at a time in percent of one core: as sampled, or else the lanes that compute. */
  cpuAt(time) {
    if (time >= this.elapsed) return 0;
    if (!this.samples || !present(this.samples.at)) return 100 * this.computing.at(time);
    const next = Math.min(firstAbove(this.samples.at, time), this.samples.at.length - 1);
    return this.samples.cpuPercent[next];
  }
}

/** How many spans are under way at a time: a curve of steps. */
class Steps {
  constructor(spans) {
    const events = spans.flatMap(([begin, end]) => [[begin, 1], [end, -1]]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    let count = 0;
    this.times = Float64Array.from(events, event => event[0]);
    this.counts = Int32Array.from(events, event => count += event[1]);
  }

  at(time) {
    const after = firstAbove(this.times, time);
    return after === 0 ? 0 : this.counts[after - 1];
  }

  /** The mean of each of some equal slices from 0 to the end. */
  means(end, slices) {
    const width = end / slices;
    const sums = new Float64Array(slices);
    for (let i = 0; i + 1 < this.times.length; i++) {
      addToSlices(sums, this.times[i] / width, this.times[i + 1] / width, this.counts[i]);
    }
    return sums;
  }
}

/** Adds a value to the slices between two points, to the first and last in part. */
function addToSlices(sums, from, to, value) {
  for (let slice = Math.max(0, Math.floor(from)); value !== 0 && slice < Math.min(to, sums.length); slice++) {
    sums[slice] += value * (Math.min(to, slice + 1) - Math.max(from, slice));
  }
}

const timelines = (report.timelines || []).filter(raw => present(raw.lanes)).map(raw => new Timeline(raw));

const variantNames = [...new Set([
  ...(report.variants || []).map(variant => variant.name),
  ...timelines.map(timeline => timeline.variant),
  ...((report.sweep || {}).series || []).map(series => series.variant),
])];

/** A variant has one colour and one dash pattern, the same in every report; those we don't know share what is left. */
const KNOWN_VARIANTS = ['sync', 'threads', 'virtual', 'async', 'procs'];
const DASHES = [[], [10, 4], [3, 3], [14, 4, 3, 4], [6, 6], [2, 6]];

function variantLook(name) {
  const known = KNOWN_VARIANTS.indexOf(name);
  return known >= 0 ? known : KNOWN_VARIANTS.length;
}

function variantColour(name) {
  return theme.colour(`variant-${variantLook(name)}`);
}

function variantDash(name) {
  return DASHES[variantLook(name)];
}

/** Which crawls are shown, the cold or the warm ones: one choice for all sections. */
const crawls = (() => {
  const listeners = [];
  const both = timelines.some(timeline => timeline.warm) && timelines.some(timeline => !timeline.warm);
  let warm = timelines.some(timeline => timeline.warm);

  /** The crawls to show, one a variant: the first that the data holds. */
  function shown() {
    return variantNames
      .map(name => timelines.find(timeline => timeline.variant === name && timeline.warm === warm))
      .filter(timeline => timeline);
  }

  function choose(value) {
    warm = value;
    listeners.forEach(listener => listener());
  }

  /** Two buttons; none where there is nothing to choose. */
  function chooser() {
    if (!both) return null;
    const buttons = [false, true].map(value => {
      const [name, label] = value ? ['warm', 'Warm crawl'] : ['cold', 'Cold crawl'];
      const button = el('button', {type: 'button', class: `show-${name}`, onclick: () => choose(value)}, label);
      const update = () => button.setAttribute('aria-pressed', warm === value);
      listeners.push(update);
      update();
      return button;
    });
    return el('div', {class: 'choice', role: 'group', 'aria-label': 'Cold or warm crawl'}, buttons);
  }

  return {shown, chooser, isWarm: () => warm, onChange: listener => listeners.push(listener)};
})();

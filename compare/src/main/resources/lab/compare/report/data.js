'use strict';
/* What was measured, as the page holds it, and what can be derived from it. */

const report = JSON.parse(document.getElementById('data').textContent);

/** The kinds of spans, in the order of the legend. Waiting is drawn low and pale, computing tall and strong. */
const KINDS = [
  {name: 'wait', group: 'waiting', says: 'request sent, no byte back yet'},
  {name: 'receive', group: 'waiting', says: 'bytes arriving'},
  {name: 'connect', group: 'waiting', says: 'opening a connection'},
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
    this.urls = (raw.urls || []).map(place => (report.urls || [])[place]);
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

const timelines = toldApart((report.timelines || []).filter(raw => present(raw.lanes)).map(raw => new Timeline(raw)));

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

const variantNames = [...new Set([
  ...(report.variants || []).map(variant => variant.name),
  ...timelines.map(timeline => timeline.variant),
  ...((report.sweep || {}).series || []).map(series => series.variant),
])];

/**
 * A variant has one colour and one dash pattern, the same in every report. Labs name their crawls after the variant, for
 * instance "async, width 160": those share its colour, and differ in their dashes. Others share what is left.
 */
const KNOWN_VARIANTS = ['sync', 'threads', 'virtual', 'async', 'procs'];
const DASHES = [[], [10, 4], [3, 3], [14, 4, 3, 4], [6, 6], [2, 6]];

const variantLooks = (() => {
  const looks = new Map(KNOWN_VARIANTS.map((name, i) => [name, {colour: i, dash: i}]));
  const users = KNOWN_VARIANTS.map(name => variantNames.includes(name) ? 1 : 0);
  let strangers = 0;
  for (const name of variantNames.filter(one => !looks.has(one))) {
    const known = KNOWN_VARIANTS.findIndex(variant => String(name).startsWith(variant));
    const colour = known >= 0 ? known : (KNOWN_VARIANTS.length + strangers++) % DASHES.length;
    looks.set(name, {colour, dash: (colour + (users[colour] || 0)) % DASHES.length});
    users[colour] = (users[colour] || 0) + 1;
  }
  return looks;
})();

function variantColour(name) {
  return theme.colour(`variant-${variantLooks.get(name).colour}`);
}

function variantDash(name) {
  return DASHES[variantLooks.get(name).dash];
}

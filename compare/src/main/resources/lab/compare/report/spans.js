/* What was recorded of a crawl, and what can be derived from it: knows no page. */

import {firstAbove, present} from './format.js';

/** The kinds of spans, in the order of the legend. Waiting is drawn low and pale, computing tall and strong. */
export const KINDS = [
  {name: 'wait', group: 'waiting'},
  {name: 'receive', group: 'waiting'},
  {name: 'connect', group: 'waiting'},
  {name: 'parse', group: 'computing'},
  {name: 'checksum', group: 'computing'},
  {name: 'store', group: 'computing'},
  {name: 'start', group: 'starting'},
  {name: 'lag', group: 'lag'},
  {name: 'other', group: 'starting'},
];
const IN_FLIGHT = new Set(['connect', 'wait', 'receive']);
const OTHER = KINDS.length - 1;

export function kindIndex(name) {
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
export class Timeline {
  /** @param urls of all pages of the report, which crawls refer to by their places */
  constructor(raw, urls) {
    this.variant = raw.variant;
    this.warm = Boolean(raw.warm);
    this.urls = (raw.urls || []).map(place => urls[place]);
    this.samples = raw.samples;
    this.virtualThreads = raw.virtualThreads;
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

  /** How many virtual threads were 'mounted' or 'queued' at a time, as last seen. */
  virtualThreadsAt(time, what) {
    const last = firstAbove(this.virtualThreads.at, time) - 1;
    return last < 0 ? 0 : this.virtualThreads[what][last];
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

/**
 * The spans that are under way in a stretch of time, in the order of their beginnings.
 *
 * @return count: how many there are; spans: the first of them, as many as asked for
 */
export function spansIn(timeline, begin, end, most) {
  const found = [];
  timeline.eachSpan((lane, i) => {
    if (lane.end[i] >= begin && lane.begin[i] <= end) {
      found.push({lane: lane.name, kind: KINDS[lane.kind[i]].name, url: timeline.urls[lane.url[i]],
        begin: lane.begin[i], length: lane.end[i] - lane.begin[i]});
    }
  });
  found.sort((a, b) => a.begin - b.begin);
  return {count: found.length, spans: found.slice(0, most)};
}

/* The timeline of one crawl: a row for each lane, drawn on a canvas. */

import {el, freshCanvas, oncePerFrame, whenResized} from './base.js';
import {firstAbove, format} from './format.js';
import {paint} from './paint.js';
import {forEachRectangle} from './rectangles.js';
import {laneShares} from './shares.js';
import {listenForSteps} from './step.js';
import {say} from './texts.js';
import {theme} from './theme.js';
import {tickText} from './timewindow.js';
import {spanDetails, tooltip} from './tooltip.js';
import {listenForZoom} from './zoom.js';

const MOST_FULL_ROWS = 16;
const AXIS_HEIGHT = 30;

export class LaneChart {
  /**
   * @param time the stretch of time that all charts show
   * @param shows whether a kind, by its index, is to be shown
   * @param bestMillis the least that this design could reach, if known
   */
  constructor(timeline, time, shows, bestMillis) {
    Object.assign(this, {timeline, time, shows, bestMillis, width: 0});
    const count = timeline.lanes.length;
    this.rowHeight = count <= MOST_FULL_ROWS ? 26 : Math.max(3, Math.floor(416 / count));
    this.canvas = el('canvas', {class: 'lanes', tabindex: 0, role: 'img', 'aria-label': this.description()});
    this.canvas.dataset.variant = timeline.variant;
    this.axis = el('canvas', {class: 'axis', 'aria-hidden': 'true'});
    this.box = el('div', {class: 'lane-box'}, this.canvas);
    this.redraw = oncePerFrame(() => this.draw());
    listenForSteps(this);
    listenForZoom(this.canvas, time, x => this.timeAt(x), event => this.point(event));
    whenResized(this.box, () => this.redraw());
  }

  description() {
    return say('timelines.description', this.timeline.variant, format.micros(this.timeline.elapsed), laneShares(this.timeline));
  }

  element() {
    return el('div', {class: 'lane-chart'}, this.box, this.axis);
  }

  /** Names take less room on a phone. */
  get gutter() {
    return this.width < 600 ? 84 : 156;
  }

  get fontSize() {
    return this.width < 600 ? 13 : 16;
  }

  timeAt(clientX) {
    const x = clientX - this.canvas.getBoundingClientRect().left - this.gutter;
    return this.time.begin + x / (this.width - this.gutter) * this.time.length;
  }

  xOf(micros) {
    return this.gutter + (micros - this.time.begin) / this.time.length * (this.width - this.gutter);
  }

  draw() {
    this.width = this.box.clientWidth;
    if (this.width === 0) return;
    const height = this.timeline.lanes.length * this.rowHeight;
    const context = freshCanvas(this.canvas, this.width, height);
    this.drawRows(context, height);
    this.drawSpans(context);
    this.drawMarks(context, height);
    this.drawNames(context);
    this.drawAxis();
  }

  drawRows(context, height) {
    context.fillStyle = theme.colour('lane');
    for (let row = 0; this.rowHeight > 6 && row < this.timeline.lanes.length; row += 2) {
      context.fillRect(this.gutter, row * this.rowHeight, this.width, this.rowHeight);
    }
    context.fillStyle = theme.colour('grid');
    for (const tick of this.ticks()) context.fillRect(this.xOf(tick), 0, 1, height);
  }

  ticks() {
    return this.time.ticks(Math.max(2, Math.floor((this.width - this.gutter) / (this.width < 600 ? 56 : 120))));
  }

  /** The number of rectangles is kept on the canvas, for the test that holds that pixels bound it. */
  drawSpans(context) {
    const gap = this.rowHeight > 8 ? 3 : 0;
    let rectangles = 0;
    this.timeline.lanes.forEach((lane, row) => {
      forEachRectangle(lane, this.time, this.width - this.gutter, this.shows, (x, width, kind, strength) => {
        rectangles++;
        context.globalAlpha = strength;
        paint.span(context, kind, this.gutter + x, row * this.rowHeight + gap, width, this.rowHeight - 2 * gap);
      });
    });
    context.globalAlpha = 1;
    this.canvas.dataset.rectangles = rectangles;
  }

  /** When it was done, and when it could have been. */
  drawMarks(context, height) {
    this.drawMark(context, height, this.timeline.elapsed, [], theme.colour('ink'));
    if (this.showsBest()) this.drawMark(context, height, this.bestMillis * 1000, [7, 5], theme.colour('best'));
  }

  showsBest() {
    return this.timeline.warm && Number.isFinite(this.bestMillis);
  }

  drawMark(context, height, micros, dash, colour) {
    const x = this.xOf(micros);
    if (x < this.gutter || x > this.width) return;
    // A light edge keeps it visible on dark spans.
    for (const [style, width, pattern] of [[theme.colour('card'), 5, []], [colour, 2, dash]]) {
      context.strokeStyle = style;
      context.lineWidth = width;
      context.setLineDash(pattern);
      context.beginPath();
      context.moveTo(Math.min(x, this.width - 1), 0);
      context.lineTo(Math.min(x, this.width - 1), height);
      context.stroke();
    }
    context.setLineDash([]);
  }

  /** Where rows are thin, only some are named. */
  drawNames(context) {
    context.clearRect(0, 0, this.gutter - 1, this.canvas.height);
    context.fillStyle = theme.colour('soft');
    context.font = `${this.fontSize}px ${theme.colour('font')}`;
    context.textBaseline = 'middle';
    const {lanes} = this.timeline;
    const every = Math.min(lanes.length, Math.ceil((this.fontSize + 4) / this.rowHeight));
    for (let row = 0; row < lanes.length; row += every) {
      context.fillText(this.shortened(context, lanes[row].name), 0, (row + every / 2) * this.rowHeight);
    }
  }

  /** The end of a name tells lanes apart: "virtual thread 17" and 18. */
  shortened(context, name) {
    const fits = text => context.measureText(text).width <= this.gutter - 10;
    const ends = name.split(/(?<=[ -])/).map((word, i, words) => `…${words.slice(i).join('')}`);
    return fits(name) ? name : ends.find((end, i) => i > 0 && fits(end)) || `…${name.slice(-6)}`;
  }

  drawAxis() {
    const context = freshCanvas(this.axis, this.width, AXIS_HEIGHT);
    context.font = `${this.fontSize}px ${theme.colour('font')}`;
    context.fillStyle = theme.colour('soft');
    context.textBaseline = 'middle';
    for (const tick of this.ticks()) {
      const text = tickText(tick, this.time);
      const half = context.measureText(text).width / 2;
      const x = this.xOf(tick);
      if (x + half > this.width) continue;
      context.fillRect(x, 0, 1, 6);
      context.fillText(text, x - half, 19);
    }
  }

  /** Shows what is under the pointer, or hides it. */
  point(event) {
    const found = event && this.spanAt(event.clientX, event.clientY);
    if (found) tooltip.show(event, spanDetails(this.timeline, found.lane, found.index));
    else tooltip.hide();
  }

  /** The span at a point of the window; the nearest within 3 pixels, for short ones are hard to hit. */
  spanAt(clientX, clientY) {
    const lane = this.timeline.lanes[Math.floor((clientY - this.canvas.getBoundingClientRect().top) / this.rowHeight)];
    if (!lane || clientX - this.canvas.getBoundingClientRect().left < this.gutter) return null;
    const at = this.timeAt(clientX);
    const reach = 3 * this.time.length / (this.width - this.gutter);
    let best = null;
    for (let i = firstAbove(lane.latestEnd, at - reach); i < lane.size && lane.begin[i] <= at + reach; i++) {
      const distance = Math.max(lane.begin[i] - at, at - lane.end[i], 0);
      if (this.shows(lane.kind[i]) && (!best || distance < best.distance)) best = {lane, index: i, distance};
    }
    return best;
  }
}

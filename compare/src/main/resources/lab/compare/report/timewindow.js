/* The stretch of time that is shown: one for all timelines on the same clock, so that they zoom and pan together. Knows no page. */

import {fixed} from './format.js';

export class TimeWindow {
  constructor() {
    this.listeners = [];
    this.setWhole(0, 1);
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  /** Says what all there is, and shows it. */
  setWhole(begin, end) {
    this.whole = {begin, end};
    this.show(begin, end);
  }

  /** Shows a stretch, moved into the whole, and never shorter than 200 µs. */
  show(begin, end) {
    const length = Math.min(Math.max(end - begin, 200), this.whole.end - this.whole.begin);
    this.begin = Math.min(Math.max(begin, this.whole.begin), this.whole.end - length);
    this.end = this.begin + length;
    this.listeners.forEach(listener => listener());
  }

  get length() {
    return this.end - this.begin;
  }

  reset() {
    this.show(this.whole.begin, this.whole.end);
  }

  /** Shows more (above 1) or less (below 1) around a time, which stays where it is. */
  zoom(factor, around = (this.begin + this.end) / 2) {
    this.show(around - (around - this.begin) * factor, around + (this.end - around) * factor);
  }

  /** Moves by a part of what is shown. */
  pan(part) {
    this.show(this.begin + part * this.length, this.end + part * this.length);
  }

  /** Round times to be written on an axis, at most as many as asked for. */
  ticks(most) {
    const rough = this.length / most;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(factor => factor * power).find(size => size >= rough);
    const ticks = [];
    for (let i = Math.ceil(this.begin / step); i * step <= this.end; i++) ticks.push(i * step);
    return ticks;
  }
}

/** What the keys do to a time window; true if it was such a key. */
export function zoomByKey(time, key) {
  const actions = {
    ArrowLeft: () => time.pan(-0.1),
    ArrowRight: () => time.pan(0.1),
    '+': () => time.zoom(0.7),
    '=': () => time.zoom(0.7),
    '-': () => time.zoom(1 / 0.7),
    0: () => time.reset(),
  };
  if (!actions[key]) return false;
  actions[key]();
  return true;
}

/** All ticks of an axis in one unit, with as many digits as tell them apart. */
export function tickText(micros, time) {
  if (time.end >= 2e6 && time.length >= 2e5) return `${fixed(micros / 1e6, time.length < 1e6 ? 2 : 1)} s`;
  return `${fixed(micros / 1000, time.length < 5000 ? 1 : 0)} ms`;
}

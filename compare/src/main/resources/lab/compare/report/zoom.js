'use strict';
/* The stretch of time that is shown: one for all timelines, so that they zoom and pan together. */

class TimeWindow {
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
function zoomByKey(time, key) {
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

/**
 * Lets someone zoom and pan on an element: keys, the wheel with Ctrl, dragging, and two fingers.
 *
 * @param timeAt gives the time at an x of the window
 * @param onPoint is told where a resting pointer is, and null when it is gone
 */
function listenForZoom(element, time, timeAt, onPoint) {
  const pointers = new Map();

  element.addEventListener('keydown', event => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    if (zoomByKey(time, event.key)) event.preventDefault();
    if (event.key === 'Escape') onPoint(null);
  });
  element.addEventListener('wheel', event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    time.zoom(Math.exp(Math.max(-50, Math.min(50, event.deltaY)) / 150), timeAt(event.clientX));
  }, {passive: false});

  element.addEventListener('pointerdown', event => {
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, event.clientX);
    onPoint(event);
  });
  element.addEventListener('pointermove', event => {
    if (!pointers.has(event.pointerId)) {
      onPoint(event);
      return;
    }
    const before = [...pointers.values()];
    if (Math.abs(event.clientX - pointers.get(event.pointerId)) < 1) return;
    pointers.set(event.pointerId, event.clientX);
    followFingers(time, timeAt, before, [...pointers.values()]);
    onPoint(null);
  });
  for (const name of ['pointerup', 'pointercancel']) {
    element.addEventListener(name, event => pointers.delete(event.pointerId));
  }
  element.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') onPoint(null);
  });
}

/** One finger drags the time along; two spread it. */
function followFingers(time, timeAt, before, after) {
  if (before.length === 1) {
    const moved = timeAt(before[0]) - timeAt(after[0]);
    time.show(time.begin + moved, time.end + moved);
  } else {
    const spread = Math.max(1, Math.abs(after[0] - after[1]));
    time.zoom(Math.abs(before[0] - before[1]) / spread, timeAt((after[0] + after[1]) / 2));
  }
}

/* How someone zooms and pans. */

import {zoomByKey} from './timewindow.js';

/**
 * Lets someone zoom and pan on an element: keys, the wheel with Ctrl, dragging, and two fingers.
 *
 * @param timeAt gives the time at an x of the window
 * @param onPoint is told where a resting pointer is, and null when it is gone
 */
export function listenForZoom(element, time, timeAt, onPoint) {
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

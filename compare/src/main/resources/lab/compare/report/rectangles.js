/* Which rectangles stand for the spans of a lane: knows no page. */

import {firstAbove} from './format.js';
import {KINDS} from './spans.js';

/**
 * Tells what to paint of a lane in a time window: every visible span that is a pixel wide or more, and the shorter ones
 * merged, one rectangle a pixel, in the kind that takes most of it. So the work is bounded by pixels, not by spans.
 */
export function forEachRectangle(lane, time, width, shows, emit) {
  const pixelsPerMicro = width / time.length;
  const pixel = new MergedPixel(emit);
  for (let i = firstAbove(lane.latestEnd, time.begin); i < lane.size && lane.begin[i] < time.end; i++) {
    if (!shows(lane.kind[i])) continue;
    const left = Math.max(0, (lane.begin[i] - time.begin) * pixelsPerMicro);
    const right = Math.min(width, (lane.end[i] - time.begin) * pixelsPerMicro);
    if (right - left >= 1) {
      pixel.flush();
      emit(left, right - left, lane.kind[i], 1);
    } else {
      pixel.add(Math.floor(left), right - left, lane.kind[i]);
    }
  }
  pixel.flush();
}

/** Spans that share one pixel. */
class MergedPixel {
  constructor(emit) {
    this.emit = emit;
    this.x = -1;
    this.shares = new Float64Array(KINDS.length);
  }

  add(x, share, kind) {
    if (x !== this.x) this.flush();
    this.x = x;
    this.shares[kind] += share;
  }

  /** Paints the pixel, the fainter the less of it is covered. */
  flush() {
    if (this.x < 0) return;
    let most = 0;
    let covered = 0;
    this.shares.forEach((share, kind) => {
      covered += share;
      if (share > this.shares[most]) most = kind;
    });
    this.emit(this.x, 1, most, Math.min(1, Math.max(0.3, covered)));
    this.shares.fill(0);
    this.x = -1;
  }
}

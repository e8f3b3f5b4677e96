/* How spans are painted: a colour, a height and a pattern for each kind, so that colour is never the only sign. */

import {el, freshCanvas} from './base.js';
import {KINDS} from './spans.js';
import {theme} from './theme.js';

/** How high a span is in its lane: waiting is low, so that computing stands out even in grey. */
const HEIGHTS = {waiting: 0.5, computing: 1, starting: 0.62, lag: 0.8};

const PATTERNS = {connect: 'bars', start: 'slashes', lag: 'backslashes'};

export const paint = (() => {
  let patterns = new Map();

  /** Draws a small tile that repeats. */
  function pattern(context, name) {
    const shape = PATTERNS[name];
    if (!shape) return null;
    if (!patterns.has(name)) patterns.set(name, context.createPattern(tile(shape, theme.colour(`kind-${name}-ink`)), 'repeat'));
    return patterns.get(name);
  }

  function tile(shape, ink) {
    const canvas = el('canvas', {width: 8, height: 8});
    const context = canvas.getContext('2d');
    context.strokeStyle = context.fillStyle = ink;
    context.lineWidth = 1.6;
    context.beginPath();
    if (shape === 'bars') {
      context.rect(3, 0, 1.6, 8);
      context.fill();
    }
    // Drawn three times, so that the corners meet those of the next tile.
    const rise = shape === 'slashes' ? -8 : 8;
    for (const shift of shape.endsWith('slashes') ? [-8, 0, 8] : []) {
      context.moveTo(0, (rise < 0 ? 8 : 0) + shift);
      context.lineTo(8, (rise < 0 ? 8 : 0) + shift + rise);
    }
    context.stroke();
    return canvas;
  }

  /** Paints one span into a row that begins at y. */
  function span(context, kind, x, y, width, rowHeight) {
    const {name, group} = KINDS[kind];
    const height = Math.max(1, rowHeight * HEIGHTS[group]);
    const top = y + (rowHeight - height) / 2;
    context.fillStyle = theme.colour(`kind-${name}`);
    context.fillRect(x, top, width, height);
    const hatching = width >= 5 && height >= 4 ? pattern(context, name) : null;
    if (hatching) {
      context.fillStyle = hatching;
      context.fillRect(x, top, width, height);
    }
    // What is pale would get lost on a projector without its edges.
    if (group === 'waiting' && height >= 6) {
      context.fillStyle = theme.colour('kind-wait-edge');
      context.fillRect(x, top, width, 1.5);
      context.fillRect(x, top + height - 1.5, width, 1.5);
    }
  }

  return {span, forget: () => patterns = new Map()};
})();

theme.onChange(paint.forget);

/** A sample of a kind for a legend, painted as on the timeline. */
export function swatch(kind) {
  const canvas = el('canvas', {class: 'swatch', 'aria-hidden': 'true'});
  const draw = () => paint.span(freshCanvas(canvas, 28, 20), kind, 0, 0, 28, 20);
  theme.onChange(draw);
  draw();
  return canvas;
}

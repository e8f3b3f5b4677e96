/* How figures are written, and small helpers that know no page. */

import {say} from './texts.js';

/** Whether a key has something to say: a list with entries, or any other value. */
export function present(value) {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}

export const NONE = '–';

/** A number with so many digits after the point, as the page's language writes it. */
export function fixed(value, digits) {
  const [whole, fraction] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, say('number.group'));
  return fraction ? `${grouped}${say('number.point')}${fraction}` : grouped;
}

/** A number with the digits that it has. */
export function plain(value) {
  return String(value).replace('.', say('number.point'));
}

/** How figures are written; what is missing is a dash. */
export const format = {
  number(value, digits = 0) {
    return Number.isFinite(value) ? fixed(value, digits) : NONE;
  },
  percent(value) {
    return Number.isFinite(value) ? `${fixed(value, 0)} %` : NONE;
  },
  /** A time or length on a timeline, in the unit that reads best. */
  micros(micros) {
    const size = Math.abs(micros);
    if (size < 1000) return `${Math.round(micros)} µs`;
    if (size < 1e6) return `${fixed(micros / 1000, size < 1e5 ? 1 : 0)} ms`;
    return `${fixed(micros / 1e6, 2)} s`;
  },
  place(index) {
    return say(`format.place.${index < 3 ? index : 'other'}`, index + 1);
  },
};

/** What a curve comes to, for whoever can't see it: its mean and its highest value; what is missing is passed over. */
export function meanAndMost(values, unit, digits) {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return NONE;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return say('format.mean-and-most', `${fixed(mean, digits)}${unit}`, `${fixed(Math.max(...known), digits)}${unit}`);
}

/** The first index of a sorted array whose value is above the given one. */
export function firstAbove(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** 2026-11-22T19:02:11.123Z → 2026-11-22 19:02:11 UTC */
export function readable(instant) {
  return instant && instant.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
}

/** checksumRounds → checksum rounds */
export function spaced(name) {
  return name.replace(/([a-z])([A-Z])/g, (all, before, after) => `${before} ${after.toLowerCase()}`);
}

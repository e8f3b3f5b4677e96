/* Horizontal bars: of medians with all that was measured, or of parts that make up a whole. */

import {el} from './base.js';
import {present} from './format.js';
import {say} from './texts.js';

/** One bar from times of some rounds; null if there are none. */
export function bar(label, look, figure, best) {
  if (!figure) return null;
  const {medianMillis, minMillis, maxMillis, rounds, text} = figure;
  return {label, look, median: medianMillis, min: minMillis, max: maxMillis, rounds, text: inSecondsText(text), best};
}

/** What Java wrote in seconds, with the unit. */
function inSecondsText(text) {
  return text === undefined ? undefined : `${text} s`;
}

/**
 * Bars in groups, all on one scale; each with its rounds or else a whisker, and a dashed mark at the best possible.
 *
 * @param write how a value is written that brings no text of its own
 * @param groups a bar that is single has no whisker: it was measured once, or came out the same each time
 */
export function bars(caption, write, groups) {
  const longest = Math.max(...groups.flatMap(group => group.bars.map(one => one.max))) || 1;
  const percent = percentOf(longest);
  const row = one => barRow(one.label, one.text || write(one.median),
    el('div', {class: `bar ${one.look}`, style: `width: ${percent(one.median)}`}),
    present(one.rounds) ? roundDots(one.rounds, percent) : one.single ? null : whisker(one, percent),
    one.best ? bestMark(inSecondsText(one.best.text), percent(one.best.millis)) : null);
  const hasBest = groups.some(group => group.bars.some(one => one.best));
  return barFigure(caption, groups.map(group => barGroup(group.name, group.bars.map(row))),
    hasBest ? el('span', {}, el('span', {class: 'best-key'}), say('bars.best-key')) : null);
}

/** What is below nothing, a saving that was a loss, has a bar of no length; its figure says it. */
function percentOf(longest) {
  return value => `${Math.max(0, 100 * value / longest).toFixed(2)}%`;
}

function barFigure(caption, groups, ...keys) {
  const shown = keys.filter(key => key);
  return el('figure', {class: 'bars', 'aria-label': caption}, groups, present(shown) ? el('figcaption', {}, shown) : null);
}

function barGroup(name, rows) {
  return el('div', {class: 'bar-group'}, el('strong', {class: 'variant-name'}, name), el('div', {}, rows));
}

function barRow(label, text, ...marks) {
  return el('div', {class: 'bar-row'}, el('span', {class: 'bar-label'}, label), el('div', {class: 'bar-track'}, marks.flat()),
    el('span', {class: 'bar-value'}, text));
}

function whisker({min, max}, percent) {
  return el('div', {class: 'whisker', style: `left: ${percent(min)}; width: ${percent(max - min)}`});
}

/** The first round is on top, so that a drift shows as a slope. */
function roundDots(rounds, percent) {
  return rounds.map((millis, i) => el('i', {class: 'round', title: say('bars.round', i + 1),
    style: `left: ${percent(millis)}; top: ${(100 * (i + 0.5) / rounds.length).toFixed(1)}%`}));
}

function bestMark(text, left) {
  return el('div', {class: 'best-mark', style: `left: ${left}`, title: say('bars.best-mark', text)});
}

/**
 * Bars that are made up of parts.
 *
 * @param parts the looks of the parts, and what they are
 * @param groups bars with a label, the whole's text, and parts of look, millis and text
 */
export function stackedBars(caption, parts, groups) {
  const length = one => one.parts.reduce((sum, part) => sum + part.millis, 0);
  const percent = percentOf(Math.max(...groups.flatMap(group => group.bars.map(length))) || 1);
  const row = one => barRow(one.label, inSecondsText(one.text), el('div', {class: 'stack'}, one.parts.map(part =>
    el('div', {class: `part ${part.look}`, style: `width: ${percent(part.millis)}`,
      title: `${parts[part.look]}: ${inSecondsText(part.text)}`}))));
  const used = new Set(groups.flatMap(group => group.bars).flatMap(one => one.parts).map(part => part.look));
  const keys = Object.entries(parts).filter(([look]) => used.has(look))
    .map(([look, name]) => el('span', {class: 'part-key'}, el('span', {class: `part ${look}`}), name));
  return barFigure(caption, groups.map(group => barGroup(group.name, group.bars.map(row))), ...keys);
}

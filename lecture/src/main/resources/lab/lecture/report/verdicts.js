/* What labs and lecture share: figures with their units, verdicts, and the figures that gave a verdict. */

import {el} from '../../compare/report/base.js';
import {NONE, plain, present} from '../../compare/report/format.js';
import {say} from '../../compare/report/texts.js';

/** How many digits a unit deserves; as lab.lecture.verdicts.Unit has it. */
const UNIT_DIGITS = {'ms': 1, 'µs': 1, 'ns': 1, '×': 2, '%': 0, 'MB': 0, '': 0};

/** A value with its unit, for instance 1.98×, 10,000 or 0.52 s. */
export function unitText(value, unit = '') {
  if (!Number.isFinite(value)) return NONE;
  const shown = inSeconds(value, unit) ? 's' : unit;
  return unitNumber(value, unit, value) + (unit === '×' || unit === '' ? shown : ` ${shown}`);
}

/** A value without its unit, written as precisely as another one. */
function unitNumber(value, unit, like) {
  if (inSeconds(like, unit)) return plain((value / 1000).toFixed(2));
  const digits = UNIT_DIGITS[unit] ?? 0;
  // Small figures deserve a digit more, unless they are whole.
  const small = Math.abs(like) < (digits === 0 ? 10 : 0.1) && !Number.isInteger(like);
  const shown = small ? digits + 1 : digits;
  return unit === ''
    ? value.toLocaleString(document.documentElement.lang, {minimumFractionDigits: shown, maximumFractionDigits: shown})
    : plain(value.toFixed(shown));
}

function inSeconds(value, unit) {
  return unit === 'ms' && Math.abs(value) >= 1000;
}

/** The median, and the spread if there is any. */
function figureText(figure) {
  const {median, min, max, unit = ''} = figure || {};
  const spread = Number.isFinite(min) && Number.isFinite(max) && min !== max
    ? ` (${unitNumber(min, unit, median)}–${unitNumber(max, unit, median)})` : '';
  return Number.isFinite(median) ? unitText(median, unit) + spread : NONE;
}

/** All verdicts, in the order of the summary. The symbol and the words tell them apart where colours don't. */
export const VERDICTS = [
  {name: 'holds', symbol: '✓'},
  {name: 'only-with-gil', symbol: '◆'},
  {name: 'depends', symbol: '±'},
  {name: 'does-not-hold', symbol: '✗'},
  {name: 'undecided', symbol: '?'},
].map(verdict => ({...verdict, short: say(`badge.${verdict.name}`), says: say(`badge.${verdict.name}.says`)}));

/** What isn't known counts as undecided. */
export function verdictOf(finding) {
  return VERDICTS.find(verdict => verdict.name === finding.verdict) || VERDICTS.at(-1);
}

export function verdictBadge(verdict) {
  return el('span', {class: `verdict ${verdict.name}`, title: verdict.says}, verdictSymbol(verdict), verdict.short);
}

export function verdictSymbol(verdict) {
  return el('span', {class: 'symbol', 'aria-hidden': 'true'}, verdict.symbol);
}

/** What a verdict depends on, or why there is none; null where nothing is to be added. */
export function verdictReason(finding) {
  if (!finding.on) return null;
  const depends = verdictOf(finding).name === 'depends';
  return el('p', {class: 'reason'},
    depends ? say('claims.depends', finding.on) : `${finding.on[0].toUpperCase()}${finding.on.slice(1)}.`);
}

/** Figures by their names. */
export function figureList(figures) {
  if (!present(figures)) return null;
  return el('dl', {class: 'deciding'}, figures.map(figure =>
    el('div', {}, el('dt', {}, figure.name || say('claims.a-figure')), el('dd', {}, figureText(figure)))));
}

/** When which verdict is given, and the figures for which there was no room. */
export function ruleDetails(finding, moreFigures = []) {
  if (!finding.rule && !present(moreFigures)) return null;
  return el('details', {class: 'rule'}, el('summary', {}, say('claims.rule')),
    finding.rule ? el('p', {}, finding.rule) : null, figureList(moreFigures));
}

/** Whether a lab was measured when labs spoke another language than this page. */
export function speaksOtherwise(lab) {
  return (lab.lang || 'en') !== document.documentElement.lang;
}

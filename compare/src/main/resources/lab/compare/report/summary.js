/* The first and the last section: what came out, and why it may be believed. */

import {addSection, el, section} from './base.js';
import {report} from './data.js';
import {NONE, present, readable, spaced} from './format.js';
import {say} from './texts.js';

/** What others' sections have to say here, too: functions that give sentences, and lines of what was checked. */
export const headlines = [];
export const checks = [];

/** The finding comes first and in the largest letters; what was set follows it. */
function headlineSection() {
  const finding = present(report.headline) ? report.headline[0] : report.title || say('summary.no-title');
  const sentences = present(report.headline) ? report.headline.slice(1) : headlines.flatMap(sentences => sentences());
  const built = section('headline', say('summary.heading'), null,
    designLines(),
    el('ul', {class: 'headlines'}, sentences.map(sentence => el('li', {}, ...emphasised(sentence)))));
  built.prepend(el('h1', {}, ...emphasised(finding)), settingsLine(finding) || '', warningBox() || '');
  return built;
}

function settingsLine(finding) {
  const title = report.title === finding ? null : report.title;
  const begun = readable(report.begunAt);
  if (!title && !begun) return null;
  return el('p', {class: 'settings'}, title || '', title && begun ? ' · ' : '', begun ? el('time', {}, begun) : '');
}

/** Each design with its time, its range, and what to notice. */
function designLines() {
  if (!present(report.designs)) return null;
  return el('ul', {class: 'designs', role: 'list'}, report.designs.map(design => el('li', {},
    el('strong', {class: 'variant-name'}, design.variant), el('span', {class: 'design-elapsed'}, design.elapsed || NONE),
    el('span', {class: 'design-notice'}, design.notice || ''))));
}

const FIGURES = new RegExp(`(\\d[\\d.,]*\\s?(?:×|%|m?s\\b|${say('summary.emphasised')}))`);

/** Figures with a unit stand out: 7.6×, 7.60 times as fast, 97 %, 1.4 s. */
function emphasised(sentence) {
  return sentence.split(FIGURES).map((part, i) => i % 2 === 1 ? el('em', {}, part) : part);
}

function warningBox() {
  if (!present(report.warnings)) return null;
  return el('div', {class: 'warnings', role: 'note'},
    el('strong', {}, say('summary.warnings')),
    el('ul', {}, report.warnings.map(warning => el('li', {}, ...withOptions(warning)))));
}

/** An option isn't broken at its hyphens. */
function withOptions(sentence) {
  return sentence.split(/(--[a-z-]+)/).map((part, i) => i % 2 === 1 ? el('code', {}, part) : part);
}

function verifiedSection() {
  const facts = [[say('summary.machine'), report.machine, 'wide'], [say('summary.begun-at'), readable(report.begunAt)],
    ...Object.entries(report.plan || {}).map(([name, value]) => [spaced(name), value])].filter(([, value]) => present(value));
  const checked = [...(report.verified || []).map(line => el('li', {}, line)), ...checks.flatMap(lines => lines())].filter(line => line);
  if (!present(checked) && !report.command && facts.length === 0) return null;
  return section('verified', say('summary.verified'),
    present(checked) ? say('summary.verified-lead') : null,
    present(checked) ? el('ul', {class: 'checks'}, checked) : null,
    report.command ? commandBlock(report.command) : null,
    facts.length > 0 ? el('h3', {}, say('summary.how')) : null,
    el('dl', {class: 'facts'}, facts.map(fact)));
}

function fact([name, value, width]) {
  return el('div', {class: width}, el('dt', {}, name), el('dd', {}, factText(value)));
}

/** What a plan's limit says where there is none ({@code Limits.UNLIMITED}): then there is nothing to tell. */
const UNLIMITED = 2 ** 31 - 1;

/** A list, or what has parts of its own, such as a plan's limits: these go by their names. */
function factText(value) {
  if (Array.isArray(value)) return value.map(factText).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value).filter(([, part]) => present(part) && part !== UNLIMITED && factText(part) !== '')
    .map(([name, part]) => `${spaced(name)} ${factText(part)}`).join(', ');
}

export function commandBlock(command, heading = el('h3', {}, say('summary.again'))) {
  const code = el('code', {}, command);
  const copy = el('button', {type: 'button', class: 'copy'}, say('summary.copy'));
  copy.addEventListener('click', () => copyText(code, copy));
  return el('div', {class: 'command'}, heading,
    el('div', {class: 'code'}, el('pre', {tabindex: 0}, code), copy));
}

/** From disk the clipboard may be out of reach; then the command is selected, ready for Ctrl+C. */
async function copyText(code, button) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = say('summary.copied');
  } catch {
    getSelection().selectAllChildren(code);
    button.textContent = say('summary.press');
  }
}

addSection(0, headlineSection);
addSection(90, verifiedSection);

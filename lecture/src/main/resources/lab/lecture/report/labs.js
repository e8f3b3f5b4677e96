/* The labs: a question for the class first, and then what was measured. */

import {bars} from '../../compare/report/bars.js';
import {addSection, el, scrollingTable, section} from '../../compare/report/base.js';
import {report} from '../../compare/report/data.js';
import {NONE, present, readable} from '../../compare/report/format.js';
import {checks, commandBlock, headlines} from '../../compare/report/summary.js';
import {say, sayCount} from '../../compare/report/texts.js';
import {figureList, ruleDetails, speaksOtherwise, unitText, verdictBadge, verdictOf, verdictReason} from './verdicts.js';

function labsSection() {
  if (!present(report.labs)) return null;
  return section('labs', say('labs.heading'), say('labs.lead'),
    labIndex(report.labs), report.labs.map((lab, place) => labArticle(lab, place === 0 && !present(report.claims))));
}

/** What came of a lab's claims. */
function labSentence(lab) {
  const verdicts = (lab.findings || []).map(finding => `${finding.number} ${verdictOf(finding).short}`);
  return say('labs.sentence', lab.name, present(verdicts) ? say('labs.claim-verdicts', verdicts.join(', ')) : lab.line || NONE);
}

function labIndex(labs) {
  return labs.length < 2 ? null : el('nav', {class: 'lab-index', 'aria-label': say('labs.index')},
    labs.map(lab => el('a', {href: `#lab-${lab.name}`}, lab.name)));
}

/** A run is sound unless it says that it isn't. */
function isSound(lab) {
  return (lab.isSound ?? lab.sound) !== false;
}

function labArticle(lab, isOpen) {
  return el('article', {class: 'lab', id: `lab-${lab.name}`, 'aria-labelledby': `lab-${lab.name}-heading`},
    el('h3', {id: `lab-${lab.name}-heading`}, el('span', {class: 'lab-name'}, say('labs.lab', lab.name)),
      lab.quick ? el('span', {class: 'mark-quick'}, say('labs.quick')) : null,
      isSound(lab) ? null : el('span', {class: 'mark-unsound'}, say('labs.not-sound'))),
    lab.line ? el('p', {class: 'lab-line'}, lab.line) : null,
    lab.question ? el('div', {class: 'predict'}, el('strong', {}, say('labs.predict')),
      el('p', {}, lab.question[0].toUpperCase() + lab.question.slice(1))) : null,
    // A teacher asks before the class may see. But who has just run a lab has predicted already, and it is the newest here.
    el('details', {class: 'answer', open: isOpen && ''},
      el('summary', {}, say('labs.show')), labAnswer(lab)));
}

function labAnswer(lab) {
  const lang = speaksOtherwise(lab) ? lab.lang || 'en' : null;
  return el('div', {class: 'answer-body'}, labCautions(lab),
    el('div', {class: 'answer-part', lang}, (lab.charts || []).map(labChart), (lab.tables || []).map(labTable)),
    present(lab.findings) ? el('h4', {}, say('labs.findings')) : null,
    el('div', {class: 'answer-part', lang}, (lab.findings || []).map(labFinding), el('ul', {class: 'checks'}, checkedLine(lab))),
    lab.moreCores ? el('p', {class: 'more-cores'}, el('strong', {}, say('labs.more-cores')), lab.moreCores) : null,
    lab.command ? commandBlock(lab.command, el('h4', {}, say('labs.again'))) : null,
    labFacts(lab));
}

/** Why not to trust it far. */
function labCautions(lab) {
  const cautions = [
    isSound(lab) ? null : say('labs.unsound-says'),
    lab.quick ? say('labs.quick-says') : null,
    speaksOtherwise(lab) ? say('labs.otherwise') : null,
  ].filter(caution => caution);
  if (cautions.length === 0) return null;
  return el('div', {class: 'warnings', role: 'note'}, cautions.map(caution => el('div', {}, `⚠ ${caution}`)));
}

function checkedLine(lab) {
  return lab.checked ? el('li', {class: isSound(lab) ? null : 'failed'}, lab.checked) : null;
}

/** Bars whose figures are missing are left out. */
function labChart(chart) {
  const shown = (chart.bars || []).filter(one => one.figure && Number.isFinite(one.figure.median));
  if (shown.length === 0) return null;
  const {unit} = shown[0].figure;
  const built = bars(chart.title || say('labs.a-chart'), value => unitText(value, unit), shown.map(({label, figure}) => ({
    name: label || figure.name,
    bars: [barOf(figure)],
  })));
  built.classList.add('single');
  if (chart.title) built.prepend(el('h4', {}, chart.title));
  return built;
}

function barOf({median, min = median, max = median}) {
  return {label: '', look: 'strong', median, min, max, single: min === max};
}

function labTable(table) {
  if (!present(table.rows)) return null;
  return el('div', {class: 'figures-table'}, table.title ? el('h4', {}, table.title) : null,
    scrollingTable(table.title || say('labs.a-table'), table.headings || [], table.rows));
}

function labFinding(finding) {
  return el('div', {class: 'finding'}, verdictBadge(verdictOf(finding)),
    el('div', {class: 'claim-body'},
      el('p', {class: 'claim-words'}, present(finding.number) ? el('span', {class: 'soft'}, say('labs.claim', finding.number)) : null,
        finding.words || NONE),
      verdictReason(finding), figureList(finding.figures), ruleDetails(finding)));
}

/** When and on what it was measured. */
function labFacts(lab) {
  const {os, cores, jdk} = lab.machine || {};
  const facts = [
    lab.begunAt ? say('labs.begun-at', readable(lab.begunAt)) : null,
    Number.isFinite(lab.seconds) ? say('labs.took', lab.seconds.toFixed(0)) : null,
    cores ? sayCount('labs.cores', cores) : null, os, jdk,
  ].filter(fact => fact);
  return facts.length === 0 ? null : el('p', {class: 'lab-facts'}, facts.join(' · '));
}

headlines.push(() => (report.labs || []).map(labSentence));
checks.push(() => (report.labs || []).map(checkedLine));
addSection(20, labsSection, true);

/* The labs: a question for the class first, and then what was measured. */

import {bars} from '../../compare/report/bars.js';
import {addSection, el, scrollingTable, section} from '../../compare/report/base.js';
import {report} from '../../compare/report/data.js';
import {NONE, present, readable} from '../../compare/report/format.js';
import {checks, commandBlock, headlines} from '../../compare/report/summary.js';
import {figureList, ruleDetails, unitText, verdictBadge, verdictOf, verdictReason} from './verdicts.js';

function labsSection() {
  if (!present(report.labs)) return null;
  return section('labs', 'The labs', 'Predict first, then look: what surprises is what stays.',
    labIndex(report.labs), report.labs.map((lab, place) => labArticle(lab, place === 0 && !present(report.claims))));
}

/** What came of a lab's claims. */
function labSentence(lab) {
  const verdicts = (lab.findings || []).map(finding => `${finding.number} ${verdictOf(finding).short}`);
  return `Lab ${lab.name}: ${present(verdicts) ? `claim ${verdicts.join(', ')}` : lab.line || NONE}.`;
}

function labIndex(labs) {
  return labs.length < 2 ? null : el('nav', {class: 'lab-index', 'aria-label': 'Labs'},
    labs.map(lab => el('a', {href: `#lab-${lab.name}`}, lab.name)));
}

/** A run is sound unless it says that it isn't. */
function isSound(lab) {
  return (lab.isSound ?? lab.sound) !== false;
}

function labArticle(lab, isOpen) {
  return el('article', {class: 'lab', id: `lab-${lab.name}`, 'aria-labelledby': `lab-${lab.name}-heading`},
    el('h3', {id: `lab-${lab.name}-heading`}, el('span', {class: 'lab-name'}, `Lab ${lab.name}`),
      lab.quick ? el('span', {class: 'mark-quick'}, '◔ quick look') : null,
      isSound(lab) ? null : el('span', {class: 'mark-unsound'}, '⚠ not sound')),
    lab.line ? el('p', {class: 'lab-line'}, lab.line) : null,
    lab.question ? el('div', {class: 'predict'}, el('strong', {}, 'Predict first'),
      el('p', {}, lab.question[0].toUpperCase() + lab.question.slice(1))) : null,
    // A teacher asks before the class may see. But who has just run a lab has predicted already, and it is the newest here.
    el('details', {class: 'answer', open: isOpen && ''},
      el('summary', {}, 'Show what was measured'), labAnswer(lab)));
}

function labAnswer(lab) {
  return el('div', {class: 'answer-body'}, labCautions(lab),
    (lab.charts || []).map(labChart),
    (lab.tables || []).map(labTable),
    present(lab.findings) ? el('h4', {}, 'What came of the claims') : null,
    (lab.findings || []).map(labFinding),
    el('ul', {class: 'checks'}, checkedLine(lab)),
    lab.moreCores ? el('p', {class: 'more-cores'}, el('strong', {}, 'With more cores: '), lab.moreCores) : null,
    lab.command ? commandBlock(lab.command, el('h4', {}, 'Do it again')) : null,
    labFacts(lab));
}

/** Why not to trust it far. */
function labCautions(lab) {
  const cautions = [
    isSound(lab) ? null : 'This run was not sound: crawls that should have done the same did not, or a page failed.',
    lab.quick ? 'Only a quick look, with small sizes: don’t trust it far.' : null,
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
  const built = bars(chart.title || 'A chart', value => unitText(value, unit), shown.map(({label, figure}) => ({
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
    scrollingTable(table.title || 'A table', table.headings || [], table.rows));
}

function labFinding(finding) {
  return el('div', {class: 'finding'}, verdictBadge(verdictOf(finding)),
    el('div', {class: 'claim-body'},
      el('p', {class: 'claim-words'}, present(finding.number) ? el('span', {class: 'soft'}, `Claim ${finding.number}: `) : null,
        finding.words || NONE),
      verdictReason(finding), figureList(finding.figures), ruleDetails(finding)));
}

/** When and on what it was measured. */
function labFacts(lab) {
  const {os, cores, jdk} = lab.machine || {};
  const facts = [
    lab.begunAt ? `begun at ${readable(lab.begunAt)}` : null,
    Number.isFinite(lab.seconds) ? `took ${lab.seconds.toFixed(0)} s` : null,
    cores ? `${cores} ${cores === 1 ? 'core' : 'cores'}` : null, os, jdk,
  ].filter(fact => fact);
  return facts.length === 0 ? null : el('p', {class: 'lab-facts'}, facts.join(' · '));
}

headlines.push(() => (report.labs || []).map(labSentence));
checks.push(() => (report.labs || []).map(checkedLine));
addSection(20, labsSection, true);

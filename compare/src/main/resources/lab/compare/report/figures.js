/* The figures: bars for what everybody asks for, and tables of all of them, with the very texts that the terminal has. */

import {bar, bars, stackedBars} from './bars.js';
import {addSection, el, scrollingTable, section} from './base.js';
import {report} from './data.js';
import {format, NONE, present} from './format.js';
import {say} from './texts.js';

export const VARIANTS = report.variants || [];

function figuresSection() {
  if (!present(VARIANTS) && !present(report.tables)) return null;
  return section('figures', say('figures.heading'), say('figures.lead'),
    elapsedBars(), cpuBars(), (report.tables || []).map(figuresTable), howToRead());
}

function elapsedBars() {
  const groups = VARIANTS.map(variant => ({
    name: variant.name,
    bars: [bar(say('figures.cold'), 'pale', variant.cold), bar(say('figures.warm'), 'strong', variant.warm, variant.best)].filter(one => one),
  }));
  if (!groups.some(group => present(group.bars))) return null;
  return el('div', {}, el('h3', {}, say('figures.elapsed')), bars(say('figures.elapsed-bars'), secondsText, groups));
}

const CPU_PARTS = Object.fromEntries(['pages', 'compiling', 'collecting', 'site', 'others'].map(part => [part, say(`figures.part.${part}`)]));

function cpuBars() {
  return el('div', {}, [
    cpuFigure(say('figures.cpu-warm'), variant => [
      crawlerBar(variant.warmCpu), besideBar('site', variant.siteCpu), besideBar('others', variant.othersCpu)]),
    cpuFigure(say('figures.cpu-cold'), variant => [crawlerBar(variant.coldCpu)]),
  ]);
}

function cpuFigure(title, barsOf) {
  const groups = VARIANTS.map(variant => ({name: variant.name, bars: barsOf(variant).filter(one => one)}));
  if (!groups.some(group => present(group.bars))) return null;
  return el('div', {class: 'figures-table'}, el('h3', {}, title), stackedBars(title, CPU_PARTS, groups));
}

function crawlerBar(cpu) {
  if (!cpu || !cpu.whole) return null;
  const parts = ['pages', 'compiling', 'collecting'].filter(look => cpu[look]).map(look => ({look, ...cpu[look]}));
  return {label: say('figures.bar.crawler'), text: cpu.whole.text, parts};
}

function besideBar(look, amount) {
  return amount ? {label: say(`figures.bar.${look}`), text: amount.text, parts: [{look, ...amount}]} : null;
}

/** As Java's TextTable has it: such a heading stands above words. */
const WORDS = 'words: ';

/** A column of which nothing is known is left out: on a real site, that of the best possible. */
function figuresTable({title = say('figures.table'), headings = [], rows = []}) {
  const known = column => column === 0 || rows.some(row => ![NONE, '', undefined].includes(row[column]));
  const columns = headings.map((heading, column) => column).filter(column => !isSpread(headings[column]) && known(column));
  const cell = (row, column) => {
    if (headings[column].startsWith(WORDS)) return words(row[column]);
    const spread = isSpread(headings[column + 1]) ? row[column + 1] : '';
    return spread ? withSpread(row[column], spread) : row[column];
  };
  return el('div', {class: 'figures-table'}, el('h3', {}, title), scrollingTable(title,
    columns.map(column => tableHeading(headings, column)),
    rows.map(row => columns.map(column => cell(row, column)))));
}

function tableHeading(headings, column) {
  const heading = headings[column];
  if (heading.startsWith(WORDS)) return words(heading.slice(WORDS.length));
  return isSpread(headings[column + 1]) ? withSpread(heading, headings[column + 1]) : heading;
}

/** A heading in brackets belongs to the one before it. */
function isSpread(heading) {
  return Boolean(heading) && heading.startsWith('(');
}

export function withSpread(text, spread) {
  return el('span', {class: 'spread'}, text, ' ', el('small', {}, spread));
}

/** Words in a table begin at the left and may wrap, unlike figures. */
export function words(text) {
  return el('span', {class: 'words-cell'}, text);
}

/** What the tables' words mean, in the order of the columns. */
const WORDS_OF_TABLES = [
  'speed-up', 'best', 'efficiency', 'bound', 'warm-after', 'jvm', 'utilisation', 'in-flight', 'threads', 'heap', 'start', 'fetch', 'visit',
];

function howToRead() {
  return el('details', {}, el('summary', {}, say('figures.how-to-read')), el('p', {}, say('figures.all-but')),
    el('dl', {class: 'words'}, WORDS_OF_TABLES.flatMap(word => [el('dt', {}, say(`read.${word}.word`)), el('dd', {}, say(`read.${word}`))])));
}

/** As bars of elapsed time say it. */
export function secondsText(millis) {
  return `${format.number(millis / 1000, 2)} s`;
}

addSection(50, figuresSection);

/* The figures: bars for what everybody asks for, and tables of all of them, with the very texts that the terminal has. */

import {bar, bars, stackedBars} from './bars.js';
import {addSection, el, scrollingTable, section} from './base.js';
import {report} from './data.js';
import {format, NONE, present} from './format.js';

export const VARIANTS = report.variants || [];

function figuresSection() {
  if (!present(VARIANTS) && !present(report.tables)) return null;
  return section('figures', 'The figures',
    'Cold is a fresh JVM’s first crawl. Warm is what it does once it has warmed up. A bar is the median; each dot is a round, the first on top.',
    elapsedBars(), cpuBars(), (report.tables || []).map(figuresTable), howToRead());
}

function elapsedBars() {
  const groups = VARIANTS.map(variant => ({
    name: variant.name,
    bars: [bar('cold', 'pale', variant.cold), bar('warm', 'strong', variant.warm, variant.best)].filter(one => one),
  }));
  if (!groups.some(group => present(group.bars))) return null;
  return el('div', {}, el('h3', {}, 'Elapsed'), bars('Elapsed, cold and warm', secondsText, groups));
}

const CPU_PARTS = {
  pages: 'the pages’ work', compiling: 'compiling', collecting: 'collecting garbage', site: 'the site meanwhile', others: 'other programs meanwhile',
};

function cpuBars() {
  return el('div', {}, [
    cpuFigure('CPU time of a warm crawl, and what it went into', variant => [
      crawlerBar('crawler', variant.warmCpu), besideBar('site', variant.siteCpu), besideBar('others', variant.othersCpu)]),
    cpuFigure('CPU time of a cold crawl', variant => [crawlerBar('crawler', variant.coldCpu)]),
  ]);
}

function cpuFigure(title, barsOf) {
  const groups = VARIANTS.map(variant => ({name: variant.name, bars: barsOf(variant).filter(one => one)}));
  if (!groups.some(group => present(group.bars))) return null;
  return el('div', {class: 'figures-table'}, el('h3', {}, title), stackedBars(title, CPU_PARTS, groups));
}

function crawlerBar(label, cpu) {
  if (!cpu || !cpu.whole) return null;
  const parts = ['pages', 'compiling', 'collecting'].filter(look => cpu[look]).map(look => ({look, ...cpu[look]}));
  return {label, text: cpu.whole.text, parts};
}

function besideBar(look, amount) {
  return amount ? {label: look, text: amount.text, parts: [{look, ...amount}]} : null;
}

/** As Java's TextTable has it: such a heading stands above words. */
const WORDS = 'words: ';

/** A column of which nothing is known is left out: on a real site, that of the best possible. */
function figuresTable({title = 'Figures', headings = [], rows = []}) {
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

function howToRead() {
  const meanings = [
    ['speed-up', 'sync’s elapsed ÷ this one’s, round by round. In brackets: where it lies, with a certainty of 95 %.'],
    ['best possible', 'the least elapsed that this design could reach with this width, this site and this machine: the lowest of all rounds.'],
    ['efficiency', 'best possible ÷ elapsed.'],
    ['bound by', 'what sets that limit: waiting (too little width), computing (too few cores), '
      + 'discovering (the site’s chains of links), machine (too few cores for crawler and site).'],
    ['warm after', 'so many crawls of a JVM came before those that count. A +: its CPU time had not levelled off yet.'],
    ['compiling, collecting', 'the part of the CPU time that the JVM’s compilers and garbage collectors took.'],
    ['utilisation', 'CPU ÷ elapsed. 100 % is one core busy all the time.'],
    ['in flight', 'requests at a time, as the server saw it, on average; in brackets the most: the proof of overlap.'],
    ['threads, RSS', 'at most, all processes of the client together; in brackets the threads that the crawler made itself.'],
    ['heap', 'what the last collection left in the heaps of all processes of the client.'],
    ['start', 'from the launch of the JVM to its first crawl.'],
    ['fetch', 'of one page, from the request to the last byte: half of all pages took no longer; in brackets (p95) all but one in twenty.'],
    ['visit', 'of one page, from when it was handed out until what came of it was recorded; likewise.'],
  ];
  return el('details', {}, el('summary', {}, 'How to read these tables'),
    el('p', {}, 'All but “cold” and “start” is of the warm crawls. Only the interval of the speed-up says who is faster.'),
    el('dl', {class: 'words'}, meanings.flatMap(([word, meaning]) => [el('dt', {}, word), el('dd', {}, meaning)])));
}

/** As bars of elapsed time say it. */
export function secondsText(millis) {
  return `${format.number(millis / 1000, 2)} s`;
}

addSection(50, figuresSection);

/* Two results side by side, and a sweep over one option: shown where the data has them. */

import {bar, bars} from './bars.js';
import {addSection, el, scrollingTable, section} from './base.js';
import {axis, axisBelow, chartLegend, line, lineChart} from './charts.js';
import {report, variantColour} from './data.js';
import {secondsText, withSpread, words} from './figures.js';
import {NONE, plain, present} from './format.js';
import {say} from './texts.js';
import {theme} from './theme.js';

function diffSection() {
  const {diff} = report;
  if (!diff || !present(diff.rows)) return null;
  const {left = say('diff.left'), right = say('diff.right')} = diff;
  const crawl = row => say(row.warm ? 'diff.warm' : 'diff.cold', row.variant);
  return section('diff', say('diff.heading'), say('diff.lead', left, right),
    bars(say('diff.bars'), secondsText, diff.rows.map(row => ({
      name: crawl(row),
      bars: [bar(say('diff.left'), 'pale', row.left), bar(say('diff.right'), 'strong', row.right)].filter(one => one),
    }))),
    scrollingTable(say('diff.table'),
      [say('diff.crawl'), say('diff.left-seconds', left), say('diff.right-seconds', right), say('diff.ratio'), words(say('diff.verdict'))],
      diff.rows.map(row => [crawl(row), timesText(row.left), timesText(row.right),
        el('strong', {}, row.ratioText || NONE), words(row.verdict || NONE)])));
}

function timesText(figure) {
  return figure && figure.text ? withSpread(figure.text, figure.range || '') : NONE;
}

function sweepSection() {
  const {sweep} = report;
  if (!sweep || !present(sweep.values) || !present(sweep.series)) return null;
  return section('sweep', say('sweep.heading', sweep.option), say('sweep.lead'), sweepChart(sweep).box, sweepTable(sweep));
}

/** Concurrency doubles from value to value, so its axis does too. */
function sweepChart(sweep) {
  const logarithmic = sweep.option === 'concurrency' && sweep.values.every(value => value > 0);
  const columns = sweep.series.flatMap(series => [series.pagesPerSecond || [], series.boundPagesPerSecond || []])
    .map(column => sweep.values.map((value, i) => column[i] ?? null));
  const highest = Math.max(1, ...columns.flat());
  const spare = (sweep.values.at(-1) - sweep.values[0]) * 0.04 || 1;
  const [first, last] = [sweep.values[0], sweep.values.at(-1)];
  const range = logarithmic ? [first / 1.15, last * 1.15] : [first - spare, last + spare];
  return lineChart(say('sweep.chart', sweep.option), () => ({
    says: say('sweep.chart-says'),
    data: [sweep.values, ...columns],
    options: {
      height: 420,
      cursor: {drag: {x: false, y: false}},
      scales: {x: {time: false, distr: logarithmic ? 3 : 1, log: 2, range}, y: {range: [0, highest * 1.08]}},
      legend: chartLegend(),
      axes: [axisBelow(sweep.unit ? `${sweep.option}, ${sweep.unit}` : sweep.option, {
        splits: () => sweep.values, filter: (plot, splits) => splits, values: (plot, splits) => splits.map(plain),
      }), axis(say('sweep.axis'))],
      series: [{label: sweep.option, value: (plot, value) => value === null ? NONE : `${plain(value)} ${sweep.unit || ''}`},
        ...sweep.series.flatMap(series => sweepLines(series.variant))],
      hooks: {draw: [plot => sweep.series.forEach((series, i) => drawKnee(plot, series, 2 * i + 1))]},
    },
  }));
}

/** What was measured, and the best possible behind it. */
function sweepLines(variant) {
  return [
    line(variant, '', 1, {dash: [], width: 3, points: {show: true, size: 8, fill: variantColour(variant)}}),
    line(variant, '', 1, {label: say('sweep.best', variant), dash: [6, 6], width: 2, alpha: 0.6}),
  ];
}

function drawKnee(plot, series, column) {
  const pagesPerSecond = present(series.knee) ? plot.data[column][series.knee] : null;
  if (pagesPerSecond === null || pagesPerSecond === undefined || !plot.series[column].show) return;
  const ratio = window.devicePixelRatio || 1;
  const context = plot.ctx;
  context.save();
  context.strokeStyle = theme.colour('ink');
  context.lineWidth = 2.5 * ratio;
  context.setLineDash([]);
  context.beginPath();
  context.arc(plot.valToPos(plot.data[0][series.knee], 'x', true), plot.valToPos(pagesPerSecond, 'y', true), 10 * ratio, 0, 7);
  context.stroke();
  context.restore();
}

function sweepTable(sweep) {
  const cell = (series, i) => {
    const best = (series.boundTexts || [])[i] || NONE;
    return el('span', {class: 'spread'}, (series.texts || [])[i] || NONE,
      best === NONE ? null : el('small', {}, say('sweep.of-best', best)),
      series.knee === i ? el('span', {class: 'knee'}, say('sweep.knee')) : null);
  };
  return scrollingTable(say('sweep.table'),
    [sweep.unit ? `${sweep.option}, ${sweep.unit}` : sweep.option, ...sweep.series.map(series => say('sweep.column', series.variant))],
    sweep.values.map((value, i) => [plain(value), ...sweep.series.map(series => cell(series, i))]));
}

addSection(30, sweepSection);
addSection(40, diffSection);

/* Two results side by side, and a sweep over one option: shown where the data has them. */

import {bar, bars} from './bars.js';
import {addSection, el, scrollingTable, section} from './base.js';
import {axis, axisBelow, chartLegend, line, lineChart} from './charts.js';
import {report, variantColour} from './data.js';
import {secondsText, withSpread, words} from './figures.js';
import {NONE, present} from './format.js';
import {theme} from './theme.js';

function diffSection() {
  const {diff} = report;
  if (!diff || !present(diff.rows)) return null;
  const {left = 'left', right = 'right'} = diff;
  const crawl = row => `${row.variant}, ${row.warm ? 'warm' : 'cold'}`;
  return section('diff', 'Before and after',
    `${left} against ${right}. Each dot is a round.`,
    bars('Elapsed, left and right', secondsText, diff.rows.map(row => ({
      name: crawl(row),
      bars: [bar('left', 'pale', row.left), bar('right', 'strong', row.right)].filter(one => one),
    }))),
    scrollingTable('Both results, a row a variant',
      ['crawl', `left: ${left}, s`, `right: ${right}, s`, 'right ÷ left', words('verdict')],
      diff.rows.map(row => [crawl(row), timesText(row.left), timesText(row.right),
        el('strong', {}, row.ratioText || NONE), words(row.verdict || NONE)])));
}

function timesText(figure) {
  return figure && figure.text ? withSpread(figure.text, figure.range || '') : NONE;
}

function sweepSection() {
  const {sweep} = report;
  if (!sweep || !present(sweep.values) || !present(sweep.series)) return null;
  return section('sweep', `Sweep: ${sweep.option}`,
    'Pages a second against the option. Dashed and pale: the best possible. A ring marks the knee: more brings little from there on.',
    sweepChart(sweep).box, sweepTable(sweep));
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
  return lineChart(`Pages a second against ${sweep.option}`, () => ({
    says: 'all figures are in the table below',
    data: [sweep.values, ...columns],
    options: {
      height: 420,
      cursor: {drag: {x: false, y: false}},
      scales: {x: {time: false, distr: logarithmic ? 3 : 1, log: 2, range}, y: {range: [0, highest * 1.08]}},
      legend: chartLegend(),
      axes: [axisBelow(sweep.unit ? `${sweep.option}, ${sweep.unit}` : sweep.option, {
        splits: () => sweep.values, filter: (plot, splits) => splits, values: (plot, splits) => splits.map(String),
      }), axis('pages a second')],
      series: [{label: sweep.option, value: (plot, value) => value === null ? NONE : `${value} ${sweep.unit || ''}`},
        ...sweep.series.flatMap(series => sweepLines(series.variant))],
      hooks: {draw: [plot => sweep.series.forEach((series, i) => drawKnee(plot, series, 2 * i + 1))]},
    },
  }));
}

/** What was measured, and the best possible behind it. */
function sweepLines(variant) {
  return [
    line(variant, '', 1, {dash: [], width: 3, points: {show: true, size: 8, fill: variantColour(variant)}}),
    line(variant, '', 1, {label: `${variant}, best possible`, dash: [6, 6], width: 2, alpha: 0.6}),
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
      best === NONE ? null : el('small', {}, ` of ${best}`),
      series.knee === i ? el('span', {class: 'knee'}, 'knee') : null);
  };
  return scrollingTable('Pages a second, measured and best possible',
    [sweep.unit ? `${sweep.option}, ${sweep.unit}` : sweep.option, ...sweep.series.map(series => `${series.variant}, pages/s`)],
    sweep.values.map((value, i) => [String(value), ...sweep.series.map(series => cell(series, i))]));
}

addSection(30, sweepSection);
addSection(40, diffSection);

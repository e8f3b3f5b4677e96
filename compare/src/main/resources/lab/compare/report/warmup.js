/* How JVMs warmed up: CPU time and elapsed of each crawl, from the first one on, and where measuring began. */

import {addSection, el, section} from './base.js';
import {axis, axisBelow, chartLegend, line, lineChart} from './charts.js';
import {VARIANTS} from './figures.js';
import {fixed, present} from './format.js';
import {say} from './texts.js';
import {theme} from './theme.js';

const JVM_DASHES = [[], [8, 4], [2, 4]];

const WARM_UP_FIGURES = ['cpuMillis', 'elapsedMillis']
  .map(key => ({key, name: say(`warm-up.${key}`), axis: say(`warm-up.${key}.axis`)}));

function warmUpSection() {
  const warmed = VARIANTS.filter(variant => (variant.jvms || []).some(jvm => (jvm.cpuMillis || []).length > 1));
  if (!present(warmed)) return null;
  const list = el('div', {class: 'chart-grid'});
  const draw = figure => list.replaceChildren(...warmed.map(variant =>
    el('figure', {}, el('figcaption', {}, el('strong', {class: 'variant-name'}, variant.name)), warmUpChart(variant, figure).box)));
  const switcher = choice(say('warm-up.drawn'), WARM_UP_FIGURES.map(figure => figure.name), index => draw(WARM_UP_FIGURES[index]));
  draw(WARM_UP_FIGURES[0]);
  return section('warm-up', say('warm-up.heading'), say('warm-up.lead'),
    el('div', {class: 'toolbar'}, switcher), list, el('p', {class: 'hint'}, say('warm-up.hint')));
}

/** Buttons of which one is pressed; the first one at the beginning. */
function choice(name, labels, choose) {
  const buttons = labels.map((label, i) => el('button', {type: 'button', 'aria-pressed': String(i === 0), onclick: () => {
    buttons.forEach((button, other) => button.setAttribute('aria-pressed', String(other === i)));
    choose(i);
  }}, label));
  return el('div', {class: 'choice', role: 'group', 'aria-label': name}, buttons);
}

function warmUpChart(variant, figure) {
  const jvms = variant.jvms.filter(jvm => present(jvm[figure.key]));
  const most = Math.max(1, ...jvms.map(jvm => jvm[figure.key].length));
  const seconds = jvms.map(jvm => Array.from({length: most}, (none, i) => i < jvm[figure.key].length ? jvm[figure.key][i] / 1000 : null));
  const highest = Math.max(0.01, ...seconds.flat());
  const ends = jvms.map((jvm, i) => {
    const change = say('warm-up.ends', i + 1, fixed(jvm[figure.key][0], 0), fixed(jvm[figure.key].at(-1), 0));
    return jvm.measuredFrom ? say('warm-up.measured-from', change, jvm.measuredFrom) : change;
  });
  return lineChart(say('warm-up.chart', figure.name, variant.name), () => ({
    says: ends.join('; '),
    data: [Array.from({length: most}, (none, i) => i + 1), ...seconds],
    options: {
      height: 240,
      cursor: {drag: {x: false, y: false}},
      scales: {x: {time: false, range: [0.5, most + 0.5]}, y: {range: [0, highest * 1.08]}},
      legend: chartLegend(),
      axes: [axisBelow(say('warm-up.crawl-of-jvm'), {incrs: [1, 2, 5, 10, 20, 50]}), axis(figure.axis)],
      series: [{label: say('warm-up.crawl'), value: (plot, crawl) => crawl === null ? '' : String(crawl)},
        ...jvms.map((jvm, i) => line(variant.name, ' s', 2, {
          label: say('warm-up.jvm', i + 1), dash: JVM_DASHES[i % JVM_DASHES.length], points: {show: true, size: 6, fill: theme.colour('card')},
        }))],
      hooks: {draw: [plot => jvms.forEach((jvm, i) => markMeasuring(plot, jvm.measuredFrom, i))]},
    },
  }));
}

/** JVMs that began at the same crawl share a mark, so only the first one's is written on. */
function markMeasuring(plot, crawl, index) {
  if (!crawl) return;
  const ratio = window.devicePixelRatio || 1;
  const {ctx, bbox} = plot;
  const x = plot.valToPos(crawl - 0.5, 'x', true);
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = theme.colour('best');
  ctx.lineWidth = 2 * ratio;
  ctx.setLineDash([6 * ratio, 4 * ratio]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = `${13 * ratio}px ${theme.colour('font')}`;
  ctx.textAlign = 'right';
  ctx.fillText(say('warm-up.measured', index + 1), x - 5 * ratio, bbox.top + (16 + 18 * index) * ratio);
  ctx.restore();
}

addSection(55, warmUpSection);

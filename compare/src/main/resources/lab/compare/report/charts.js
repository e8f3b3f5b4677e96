/* Line charts with uPlot, in the colours of the page. */

import {el, whenResized} from './base.js';
import {variantColour, variantDash} from './data.js';
import {fixed, NONE} from './format.js';
import {theme} from './theme.js';

/**
 * A chart that follows its width and the theme.
 *
 * @param name what it shows
 * @param describe gives the options and the data, afresh at each build, and what whoever can't see it should know
 */
export function lineChart(name, describe) {
  const box = el('div', {class: 'line-chart', role: 'group', 'aria-label': name});
  let plot = null;
  const build = () => {
    if (box.clientWidth === 0) return;
    if (plot) plot.destroy();
    const {options, data, says} = describe();
    plot = new uPlot({width: box.clientWidth, height: box.clientWidth < 600 ? 240 : 300, ...options}, data, box);
    const canvas = box.querySelector('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', says ? `${name}: ${says}` : name);
  };
  whenResized(box, build);
  theme.onChange(build);
  return {box, build, plot: () => plot};
}

/** As uPlot writes figures on axes, but in the page's language, whatever the browser's. */
const numbers = new Intl.NumberFormat(document.documentElement.lang);

/** An axis in the page's type and colours. */
export function axis(label, more = {}) {
  const size = window.innerWidth < 600 ? 13 : 16;
  const font = `${size}px ${theme.colour('font')}`;
  return {
    label, font, labelFont: font, labelSize: size + 14, size: size === 16 ? 62 : 46,
    stroke: theme.colour('soft'),
    grid: {stroke: theme.colour('grid'), width: 1},
    ticks: {stroke: theme.colour('grid'), width: 1},
    values: (plot, splits) => splits.map(value => numbers.format(value)),
    ...more,
  };
}

/** An axis below, whose figures need no width. */
export function axisBelow(label, more = {}) {
  return axis(label, {size: 34, ...more});
}

/** What stands below a chart; its marks have the dashes of the lines, as far as borders can. */
export function chartLegend() {
  return {markers: {width: 3, dash: (plot, i) => ['solid', 'dashed', 'dotted'][Math.min(2, dashLook(plot.series[i].dash))]}};
}

function dashLook(dash) {
  return !dash || dash.length === 0 ? 0 : dash[0] <= 3 ? 2 : 1;
}

/** A variant's line. */
export function line(variant, unit, digits, more = {}) {
  return {
    label: variant,
    stroke: variantColour(variant),
    dash: variantDash(variant),
    width: 2.5,
    points: {show: false},
    value: (plot, value) => value === null || value === undefined ? NONE : `${fixed(value, digits)}${unit}`,
    ...more,
  };
}

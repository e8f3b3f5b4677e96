/* Puts the page together. A section that has no data gives null, and is left out. */

import {el, hintingAtMore, SECTIONS} from './base.js';
import {report, timelines} from './data.js';
import {theme} from './theme.js';
import './compare.js';
import './figures.js';
import './overtime.js';
import './race.js';
import './summary.js';
import './timeline.js';
import './warmup.js';

/** One line where there are no timelines, so that nobody looks for them. */
function whyNoTimelines(shown) {
  if (timelines.length > 0 || shown.some(section => section.speaksForItself)) return null;
  const kind = report.sweep ? 'a sweep' : report.diff ? 'a comparison of two results' : 'a report';
  return el('p', {class: 'absent'},
    `No timelines and no race here: this is ${kind} without recorded spans. Compare the variants once to see them.`);
}

function startPage() {
  theme.start();
  const shown = [...SECTIONS].sort((a, b) => a.position - b.position)
    .map(section => ({...section, built: section.build()})).filter(section => section.built);
  const elements = shown.map(section => section.built);
  document.querySelector('main').append(...elements);
  elements.at(-1).before(whyNoTimelines(shown) || '');
  hintingAtMore(document.querySelector('nav')).append(...elements.map(navigationLink));
  if (report.title) document.title = `${report.title} – the concurrency lab`;
}

function navigationLink(built) {
  return el('a', {href: `#${built.id}`}, built.querySelector('h2').textContent);
}

startPage();

/* Puts the page together. A section that has no data gives null, and is left out. */

import {el, hintingAtMore, SECTIONS} from './base.js';
import {report, timelines} from './data.js';
import {say} from './texts.js';
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
  const kind = say(report.sweep ? 'page.a-sweep' : report.diff ? 'page.a-diff' : 'page.a-report');
  return el('p', {class: 'absent'}, say('page.no-timelines', kind));
}

function startPage() {
  theme.start();
  const shown = [...SECTIONS].sort((a, b) => a.position - b.position)
    .map(section => ({...section, built: section.build()})).filter(section => section.built);
  const elements = shown.map(section => section.built);
  document.querySelector('main').append(...elements);
  elements.at(-1).before(whyNoTimelines(shown) || '');
  hintingAtMore(document.querySelector('nav')).append(...elements.map(navigationLink));
  if (report.title) document.title = say('page.title', report.title);
}

function navigationLink(built) {
  return el('a', {href: `#${built.id}`}, built.querySelector('h2').textContent);
}

startPage();

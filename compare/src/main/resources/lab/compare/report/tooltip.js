/* The box that says what is under the pointer. */

import {el} from './base.js';
import {format} from './format.js';
import {KINDS} from './spans.js';
import {say} from './texts.js';

export function spanDetails(timeline, lane, i) {
  const {name} = KINDS[lane.kind[i]];
  const waited = timeline.waitedInFrontier(lane.url[i]);
  return [
    el('strong', {}, `${say(`kind.${name}`)} · ${format.micros(lane.end[i] - lane.begin[i])}`),
    el('span', {}, say(`kind.${name}.says`)),
    el('span', {class: 'url'}, timeline.urls[lane.url[i]] || say('span.no-page')),
    el('span', {}, say('span.began', format.micros(lane.begin[i]), lane.name)),
    waited === undefined ? null : el('span', {}, say('span.waited', format.micros(Math.max(0, waited)))),
  ];
}

/** The one box that says what is under the pointer. */
export const tooltip = (() => {
  const box = document.getElementById('tooltip');
  let shownAt = 0;

  function show(event, lines) {
    box.replaceChildren(...lines.filter(line => line));
    box.hidden = false;
    shownAt = window.scrollY;
    const left = Math.min(event.clientX + 16, window.innerWidth - box.offsetWidth - 8);
    const below = event.clientY + 20;
    box.style.left = `${Math.max(8, left)}px`;
    box.style.top = `${below + box.offsetHeight > window.innerHeight ? event.clientY - box.offsetHeight - 14 : below}px`;
  }

  function hide() {
    box.hidden = true;
  }

  // News of a scroll that was over before the box was shown may come late: that one doesn't matter.
  window.addEventListener('scroll', () => {
    if (window.scrollY !== shownAt) hide();
  }, {passive: true});
  return {show, hide};
})();

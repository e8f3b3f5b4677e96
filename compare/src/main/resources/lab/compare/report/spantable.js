/* What a timeline draws, as a table: for whoever can't see the picture, or wants the figures. */

import {el, scrollingTable} from './base.js';
import {format, NONE} from './format.js';
import {spansIn} from './spans.js';
import {say} from './texts.js';

/** More would keep a browser busy; zooming shows the others. */
const MOST_ROWS = 200;

/** It is made when it is opened, of the stretch that is shown then. */
export function spanTable({timeline, time}) {
  const table = el('div', {});
  const details = el('details', {class: 'span-table'},
    el('summary', {}, say('spans.as-table'), el('span', {class: 'visually-hidden'}, say('spans.of', timeline.variant))), table);
  details.addEventListener('toggle', () => table.replaceChildren(...details.open ? tableOf(timeline, time) : []));
  return details;
}

function tableOf(timeline, time) {
  const {count, spans} = spansIn(timeline, time.begin, time.end, MOST_ROWS);
  const stretch = say('spans.stretch', format.micros(time.begin), format.micros(time.end));
  const which = count > spans.length ? say('spans.first', spans.length, count, stretch) : say('spans.all', count, stretch);
  const words = text => el('span', {class: 'words-cell'}, text);
  return [el('p', {class: 'hint'}, which), scrollingTable(say('spans.table', timeline.variant, stretch),
    [say('spans.lane'), words(say('spans.at-what')), say('spans.begins'), say('spans.takes'), words(say('spans.page'))],
    spans.map(span => [span.lane, words(say(`kind.${span.kind}`)), format.micros(span.begin), format.micros(span.length), words(span.url || NONE)]))];
}

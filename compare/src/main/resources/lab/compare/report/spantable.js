/* What a timeline draws, as a table: for whoever can't see the picture, or wants the figures. */

import {el, scrollingTable} from './base.js';
import {format, NONE} from './format.js';
import {spansIn} from './spans.js';

/** More would keep a browser busy; zooming shows the others. */
const MOST_ROWS = 200;

/** It is made when it is opened, of the stretch that is shown then. */
export function spanTable({timeline, time}) {
  const table = el('div', {});
  const details = el('details', {class: 'span-table'},
    el('summary', {}, 'Spans as a table', el('span', {class: 'visually-hidden'}, ` of ${timeline.variant}`)), table);
  details.addEventListener('toggle', () => table.replaceChildren(...details.open ? tableOf(timeline, time) : []));
  return details;
}

function tableOf(timeline, time) {
  const {count, spans} = spansIn(timeline, time.begin, time.end, MOST_ROWS);
  const stretch = `from ${format.micros(time.begin)} to ${format.micros(time.end)}`;
  const which = count > spans.length ? `The first ${spans.length} of ${count} spans ${stretch}; zoom in, and open it again, for others.` : `${count} spans ${stretch}.`;
  const words = text => el('span', {class: 'words-cell'}, text);
  return [el('p', {class: 'hint'}, which), scrollingTable(`Spans of ${timeline.variant} ${stretch}`,
    ['lane', words('at what'), 'begins', 'takes', words('page')],
    spans.map(span => [span.lane, words(span.kind), format.micros(span.begin), format.micros(span.length), words(span.url || NONE)]))];
}

/* What is seen of a moment: the source with the threads at their lines, what they share, and the turns that led there. */

import {el} from '../../compare/report/base.js';
import {say} from '../../compare/report/texts.js';
import {lineNumber, lockInTheWay, stepOf} from './schedules.js';

/** What a thread does next, or why it can't, after its name. */
export function doings(scenario, state, me) {
  const {is, problem} = state.threads[me];
  const name = other => scenario.threads[other].name;
  const lock = lockInTheWay(scenario, state, me);
  if (is === 'ended') return say('doing.ended');
  if (is === 'failed') return say('doing.failed', problem);
  if (is === 'waiting') return say('doing.waits');
  if (is === 'woken' && state.woken[0] !== me) return say('doing.woken-after', name(state.woken[0]));
  if (lock) return say('doing.locked-out', lock, name(state.owners[lock]));
  return is === 'woken' ? say('doing.woken') : say('doing.at', stepOf(scenario, state, me).line);
}

/** The source from the record on: what stands above is for whoever opens the file. */
export function codeLines(scenario, state, source) {
  const lines = source.trimEnd().split('\n');
  const first = lines.findIndex(line => line.startsWith('record '));
  const places = scenario.threads.map((thread, me) => {
    const step = stepOf(scenario, state, me);
    return step && lineNumber(source, step.line);
  });
  return lines.slice(first).map((text, i) => codeLine(text, first + i + 1, scenario, state, places));
}

function codeLine(text, number, scenario, state, places) {
  const here = places.flatMap((place, me) => place === number ? [me] : []);
  return el('div', {class: here.length > 0 ? 'code-line here' : 'code-line'},
    el('span', {class: 'marks'}, here.map(me => el('span', {
      class: `thread-mark thread-${me + 1}${standsStill(scenario, state, me) ? ' stuck' : ''}`, title: scenario.threads[me].name}, String(me + 1)))),
    el('span', {class: 'line-number', 'aria-hidden': 'true'}, String(number)),
    el('code', {}, text || ' '),
    here.length > 0 ? el('span', {class: 'visually-hidden'}, here.map(me => say('pane.here', scenario.threads[me].name)).join('')) : null);
}

function standsStill(scenario, state, me) {
  return state.threads[me].is === 'waiting' || lockInTheWay(scenario, state, me) !== null;
}

/** Terms and what is to be said of them: each shared collection, each lock, and what the server has counted. */
export function sharedRows(scenario, state) {
  const {requests, ...collections} = state.shared;
  const counts = Object.keys(requests).sort();
  const locks = [...new Set(scenario.threads.flatMap(({steps}) => Object.values(steps)).flatMap(step => step.takes || []))].sort();
  return [
    ...Object.entries(collections).flatMap(([name, values]) => row(name, values.length === 0 ? say('pane.empty') : values.join(', '))),
    ...locks.flatMap(lock => row(say('pane.lock', lock),
        lock in state.owners ? say('pane.owner', scenario.threads[state.owners[lock]].name) : say('pane.free'))),
    ...row(say('pane.counted'), counts.length === 0 ? say('pane.nothing')
        : el('ul', {class: 'requests'}, counts.map(page => requestLine(page, requests[page])))),
  ];
}

function row(term, value) {
  return [el('dt', {}, term), el('dd', {}, value)];
}

function requestLine(page, count) {
  return el('li', {class: count > 1 ? 'too-many' : null}, `${page}  ${count}×`, count > 1 ? say('pane.too-many', count - 1) : '');
}

/** Each turn with the line that was run; pressing one goes back to it. */
export function turnList(scenario, all, schedule, goTo) {
  return [...schedule].map((digit, i) => {
    const {name, steps} = scenario.threads[digit - 1];
    const step = steps[all[i].threads[digit - 1].at];
    return el('li', {}, el('button', {type: 'button', class: 'turn', title: say('pane.back'), onclick: () => goTo(i + 1)},
      el('span', {class: `thread-mark thread-${digit}`, 'aria-hidden': 'true'}, digit),
      el('span', {class: 'visually-hidden'}, `${name}: `),
      el('code', {}, all[i].threads[digit - 1].is === 'woken' ? say('pane.has-lock-again') : step.line)));
  });
}

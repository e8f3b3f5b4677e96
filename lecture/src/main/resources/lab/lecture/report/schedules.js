/*
 * Threads that take turns, line by line. Whoever decides whose turn it is decides what comes out: that decision is a schedule, written as the
 * threads' numbers, such as "1212". This knows no page and no scenario.
 *
 * A scenario has threads, each with a name and its steps: lines of Java by a short key. Of a step
 *   line    is the line's text in the Java source
 *   takes   names the lock that the thread must have before it gets past this line; gives: the lock that it has no longer afterwards
 *   waits   names the lock that it gives back until another thread's step that wakes has woken it; then it must take that lock again
 *   does    changes what is shared; gives the key of the next step, or a problem that ends the thread
 *   then    is the key of the next step where does gives none; without any the thread has come to its end
 */

import {say} from '../../compare/report/texts.js';

/** How it all stands before the first step. It holds data only, and is never changed. */
export function beginning(scenario) {
  return {
    shared: {...structuredClone(scenario.shared), requests: {}},
    /** Which thread has a lock, by the lock's name. */
    owners: {},
    /** Threads in wait(), and those that were woken and have not their lock again: each in the order in which HotSpot serves them. */
    waiting: [],
    woken: [],
    threads: scenario.threads.map(({steps}) => ({at: Object.keys(steps)[0], is: 'ready', own: {}, problem: null})),
  };
}

/** The step that a thread takes next, or would like to; null at its end. */
export function stepOf(scenario, state, me) {
  return scenario.threads[me].steps[state.threads[me].at] || null;
}

/** Which lock a thread must have for its next step and can't get; null if none is in its way. */
export function lockInTheWay(scenario, state, me) {
  const step = stepOf(scenario, state, me);
  const needed = step && (state.threads[me].is === 'woken' ? step.waits : step.takes);
  return needed && needed in state.owners ? needed : null;
}

export function mayStep(scenario, state, me) {
  const {is} = state.threads[me];
  return (is === 'ready' || is === 'woken' && state.woken[0] === me) && lockInTheWay(scenario, state, me) === null;
}

/** Those whose turn it may be. */
export function movers(scenario, state) {
  return scenario.threads.map((thread, me) => me).filter(me => mayStep(scenario, state, me));
}

/** How it stands after a step of a thread that may take one. */
export function after(scenario, state, me) {
  const next = structuredClone(state);
  const thread = next.threads[me];
  const step = stepOf(scenario, state, me);
  if (thread.is === 'woken') {
    next.owners[step.waits] = me;
    next.woken.shift();
    go(thread, step.then);
  } else if (step.waits) {
    delete next.owners[step.waits];
    next.waiting.push(me);
    thread.is = 'waiting';
  } else {
    takeStep(next, me, step);
  }
  return next;
}

function takeStep(next, me, step) {
  if (step.takes) next.owners[step.takes] = me;
  const to = step.does ? step.does(next.shared, next.threads[me].own) : undefined;
  if (step.wakes && next.waiting.length > 0) wake(next, next.waiting.shift());
  if (step.gives) delete next.owners[step.gives];
  go(next.threads[me], to === undefined ? step.then : to);
}

function wake(next, me) {
  next.threads[me].is = 'woken';
  next.woken.push(me);
}

function go(thread, to) {
  const problem = to && to.problem;
  thread.problem = problem || null;
  thread.at = problem || !to ? null : to;
  thread.is = problem ? 'failed' : to ? 'ready' : 'ended';
}

/** For each thread that can't go on whom it waits for: [{me, lock, owner}], in a circle; null if there is none. */
export function deadlock(scenario, state) {
  for (const first of state.threads.keys()) {
    const circle = [];
    for (let me = first, lock; (lock = lockInTheWay(scenario, state, me)) !== null
        && circle.length <= state.threads.length; me = state.owners[lock]) {
      circle.push({me, lock, owner: state.owners[lock]});
      if (state.owners[lock] === first) return circle;
    }
  }
  return null;
}

/** What has gone wrong, in a sentence; null as long as all is well. */
export function whatIsBroken(scenario, state) {
  const name = me => scenario.threads[me].name;
  const failed = state.threads.findIndex(thread => thread.is === 'failed');
  if (failed >= 0) return say('broken.failed', name(failed), state.threads[failed].problem);
  const twice = Object.keys(state.shared.requests).find(page => state.shared.requests[page] > 1);
  if (twice) return say('broken.twice', twice);
  const circle = deadlock(scenario, state);
  if (circle) return say('broken.deadlock', circle.map(({me, lock, owner}) => say('broken.waits', name(me), lock, name(owner))).join('; '));
  if (movers(scenario, state).length === 0 && state.threads.some(thread => thread.is === 'waiting')) return say('broken.asleep');
  return null;
}

/** All that a schedule passes through, the beginning first. It ends before a turn that isn't possible. */
export function states(scenario, schedule) {
  const all = [beginning(scenario)];
  for (const digit of schedule) {
    if (!movers(scenario, all.at(-1)).includes(digit - 1)) break;
    all.push(after(scenario, all.at(-1), digit - 1));
  }
  return all;
}

/**
 * Looks at every schedule, the short beginnings first.
 *
 * bound: how many are looked at, at most
 * gives: those that come to an end, those of them that break it, the shortest beginning that does (null if none), and whether these are all
 */
export function search(scenario, bound) {
  const found = {schedules: [], broken: [], shortest: null, isWhole: true};
  let level = [{schedule: '', state: beginning(scenario)}];
  while (level.length > 0 && found.isWhole) {
    level = level.flatMap(one => longer(scenario, one, found));
    found.isWhole = level.length + found.schedules.length <= bound;
  }
  return found;
}

function longer(scenario, {schedule, state}, found) {
  const isBroken = whatIsBroken(scenario, state) !== null;
  if (isBroken && found.shortest === null) found.shortest = schedule;
  const next = movers(scenario, state);
  if (next.length === 0) {
    found.schedules.push(schedule);
    if (isBroken) found.broken.push(schedule);
  }
  return next.map(me => ({schedule: schedule + (me + 1), state: after(scenario, state, me)}));
}

/** What a schedule came to, in words that the Java classes' own runs give, too. */
export function outcome(scenario, state) {
  const requests = Object.keys(state.shared.requests).sort().map(page => `${page} ${state.shared.requests[page]}×`);
  const ends = state.threads.map((thread, me) => `${me + 1} ${endOf(scenario, state, me)}`);
  const circle = deadlock(scenario, state);
  return [...requests, ...ends, ...(circle ? [`deadlock of ${circle.map(({me}) => me + 1).sort().join(' and ')}`] : [])].join(', ');
}

function endOf(scenario, state, me) {
  const {is, problem} = state.threads[me];
  return is === 'failed' ? problem : is === 'ready' && lockInTheWay(scenario, state, me) ? 'blocked' : is;
}

/** Where a line stands in a source, from 1. */
export function lineNumber(source, line) {
  const places = source.split('\n').flatMap((text, i) => text.trim() === line ? [i + 1] : []);
  if (places.length !== 1) throw new Error(`the line "${line}" stands in the source ${places.length} times`);
  return places[0];
}

/** #scenario=wrong-lock&schedule=1212 */
export function toHash(name, schedule) {
  return `#scenario=${name}&schedule=${schedule}`;
}

/** The names of a link: {scenario, schedule}, or null where it is no such link. */
export function fromHash(hash) {
  const found = /^#scenario=([a-z-]+)(?:&schedule=(\d*))?$/.exec(hash);
  return found && {scenario: found[1], schedule: found[2] || ''};
}

/* The scenarios of "You are the scheduler". The lines are those of the Java classes in lab.lecture.scheduler; a test runs both side by side. */

import {say} from '../../compare/report/texts.js';

const LEAF = '/leaf';

function asked(shared, page) {
  shared.requests[page] = (shared.requests[page] || 0) + 1;
}

/** What the two workers of the first three scenarios do; lock: the name of the lock around looking and noting, if there is one. */
function discovering(lock, lockLine) {
  const look = {line: 'if (seen.contains(url)) {', does: ({seen}) => seen.includes(LEAF) ? (lock ? 'known' : null) : 'note'};
  const note = {line: 'seen.add(url);', does: ({seen}) => void (seen.includes(LEAF) || seen.push(LEAF)), then: lock ? 'isNew' : 'get'};
  const get = {line: 'server.get("/leaf");', does: shared => asked(shared, `site${LEAF}`)};
  return lock ? {
    lock: {line: lockLine, takes: lock, then: 'look'}, look,
    known: {line: 'return false;', gives: lock},
    note, isNew: {line: 'return true;', gives: lock, then: 'get'}, get,
  } : {look, note, get};
}

function worker(number) {
  return say('scheduler.worker', number);
}

function twoWorkers(steps) {
  return [1, 2].map(number => ({name: worker(number), steps: steps(number)}));
}

/** A worker whose page has moved: it takes the lock of one host, then that of the other. */
function movedTakingEachWhenAsked(from, to) {
  return {
    from: {line: 'synchronized (from) {', takes: from, then: 'moved'},
    moved: {line: 'from.get("/moved");', does: shared => asked(shared, `${from}/moved`), then: 'to'},
    to: {line: 'synchronized (to) {', takes: to, then: 'here'},
    here: {line: 'to.get("/here");', does: shared => asked(shared, `${to}/here`), then: 'giveTo'},
    giveTo: {line: '} // gives back to', gives: to, then: 'giveFrom'},
    giveFrom: {line: '} // gives back from', gives: from},
  };
}

function movedTakingBothInOrder(from, to) {
  const [first, second] = [from, to].sort();
  return {
    first: {line: 'synchronized (inOrder ? from : to) {', takes: first, then: 'second'},
    second: {line: 'synchronized (inOrder ? to : from) {', takes: second, then: 'moved'},
    moved: {line: 'from.get("/moved");', does: shared => asked(shared, `${from}/moved`), then: 'here'},
    here: {line: 'to.get("/here");', does: shared => asked(shared, `${to}/here`), then: 'giveSecond'},
    giveSecond: {line: '} // gives back the second', gives: second, then: 'giveFirst'},
    giveFirst: {line: '} // gives back the first', gives: first},
  };
}

/** Two take a page each, a third puts two. look: how the taker looks whether one is there; afterWaiting: the step that follows. */
function takersAndPutter(look, afterWaiting) {
  const taker = {
    lock: {line: 'synchronized (queue) { // to take', takes: 'queue', then: 'look'},
    look: {line: look, does: ({queue}) => queue.length === 0 ? 'wait' : 'take'},
    wait: {line: 'queue.wait();', waits: 'queue', then: afterWaiting},
    take: {line: 'return queue.remove();', does: takeOne, gives: 'queue', then: 'get'},
    get: {line: 'server.get(url);', does: (shared, own) => asked(shared, `site${own.url}`)},
  };
  const putter = Object.fromEntries(['/a', '/b'].flatMap((url, i, all) => putting(url, all[i + 1])));
  return [...[1, 2].map(number => ({name: say('scheduler.a-taker', number), steps: taker})), {name: say('scheduler.putter'), steps: putter}];
}

function takeOne({queue}, own) {
  if (queue.length === 0) return {problem: 'NoSuchElementException'};
  own.url = queue.shift();
  return undefined;
}

function putting(url, next) {
  return [
    [`lock ${url}`, {line: 'synchronized (queue) { // to put', takes: 'queue', then: `add ${url}`}],
    [`add ${url}`, {line: 'queue.add(url);', does: ({queue}) => void queue.push(url), then: `wake ${url}`}],
    [`wake ${url}`, {line: 'queue.notify();', wakes: true, then: `give ${url}`}],
    [`give ${url}`, {line: '} // gives back queue', gives: 'queue', then: next && `lock ${next}`}],
  ];
}

/** The taker looks before it has the lock; the putter puts before it has it. */
function takerThatLooksTooEarly() {
  const taker = {
    look: {line: 'if (queue.isEmpty()) {', does: ({queue}) => queue.length === 0 ? 'lock' : 'get'},
    lock: {line: 'synchronized (queue) { // to wait', takes: 'queue', then: 'wait'},
    wait: {line: 'queue.wait();', waits: 'queue', then: 'give'},
    give: {line: '} // gives back queue, awake', gives: 'queue', then: 'get'},
    get: {line: 'server.get(queue.remove());', does: shared => takeOne(shared, {}) || asked(shared, 'site/a')},
  };
  const putter = {
    add: {line: 'queue.add(url);', does: ({queue}) => void queue.push('/a'), then: 'lock'},
    lock: {line: 'synchronized (queue) { // to wake', takes: 'queue', then: 'wake'},
    wake: {line: 'queue.notify();', wakes: true, then: 'give'},
    give: {line: '} // gives back queue', gives: 'queue'},
  };
  return [{name: say('scheduler.taker'), steps: taker}, {name: say('scheduler.putter'), steps: putter}];
}

export const SCENARIOS = [
  {name: 'check-then-act', source: 'CheckThenAct',
    shared: {seen: []}, threads: twoWorkers(() => discovering())},
  {name: 'wrong-lock', source: 'WrongLock',
    shared: {seen: []}, threads: twoWorkers(number => discovering(worker(number), 'synchronized (this) {'))},
  {name: 'right-lock', source: 'RightLock',
    shared: {seen: []}, threads: twoWorkers(() => discovering('seen', 'synchronized (seen) {'))},
  {name: 'two-orders', source: 'TwoOrders',
    shared: {}, threads: twoWorkers(number => movedTakingEachWhenAsked(...number === 1 ? ['a', 'b'] : ['b', 'a']))},
  {name: 'one-order', source: 'OneOrder',
    shared: {}, threads: twoWorkers(number => movedTakingBothInOrder(...number === 1 ? ['a', 'b'] : ['b', 'a']))},
  {name: 'wait-without-loop', source: 'WaitWithoutLoop',
    shared: {queue: []}, threads: takersAndPutter('if (queue.isEmpty()) {', 'take')},
  {name: 'lost-wake-up', source: 'LostWakeUp',
    shared: {queue: []}, threads: takerThatLooksTooEarly()},
  {name: 'wait-in-loop', source: 'WaitInLoop',
    shared: {queue: []}, threads: takersAndPutter('while (queue.isEmpty()) {', 'look')},
].map(scenario => ({...scenario, title: say(`scenario.${scenario.name}`), question: say(`scenario.${scenario.name}.question`)}));

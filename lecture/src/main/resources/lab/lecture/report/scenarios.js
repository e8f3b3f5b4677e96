/* The scenarios of "You are the scheduler". The lines are those of the Java classes in lab.lecture.scheduler; a test runs both side by side. */

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

function twoWorkers(steps) {
  return [1, 2].map(number => ({name: `worker ${number}`, steps: steps(number)}));
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
  return [{name: 'taker 1', steps: taker}, {name: 'taker 2', steps: taker}, {name: 'putter', steps: putter}];
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
  return [{name: 'taker', steps: taker}, {name: 'putter', steps: putter}];
}

export const SCENARIOS = [
  {name: 'check-then-act', title: 'Check, then act', source: 'CheckThenAct',
    question: 'Two workers find the same link. The set is safe for use by many threads. Can you have the page fetched twice?',
    shared: {seen: []}, threads: twoWorkers(() => discovering())},
  {name: 'wrong-lock', title: 'The wrong lock', source: 'WrongLock',
    question: 'Now each worker holds a lock: its own. Does that help?',
    shared: {seen: []}, threads: twoWorkers(number => discovering(`worker ${number}`, 'synchronized (this) {'))},
  {name: 'right-lock', title: 'The right lock', source: 'RightLock',
    question: 'Now both ask for the same lock. Try to break it.',
    shared: {seen: []}, threads: twoWorkers(() => discovering('seen', 'synchronized (seen) {'))},
  {name: 'two-orders', title: 'Two locks, two orders', source: 'TwoOrders',
    question: 'A page has moved from host a to host b, another from b to a. Whoever asks a host holds its lock. Can you stop both workers for ever?',
    shared: {}, threads: twoWorkers(number => movedTakingEachWhenAsked(...number === 1 ? ['a', 'b'] : ['b', 'a']))},
  {name: 'one-order', title: 'Two locks, one order', source: 'OneOrder',
    question: 'Now both take the lock of a first, then that of b. Try to stop them.',
    shared: {}, threads: twoWorkers(number => movedTakingBothInOrder(...number === 1 ? ['a', 'b'] : ['b', 'a']))},
  {name: 'wait-without-loop', title: 'A wait without a loop', source: 'WaitWithoutLoop',
    question: 'Two takers want a page each; the putter puts two. Can you have a taker find the queue empty?',
    shared: {queue: []}, threads: takersAndPutter('if (queue.isEmpty()) {', 'take')},
  {name: 'lost-wake-up', title: 'A look without the lock', source: 'LostWakeUp',
    question: 'One taker, one page. The queue is safe for use by many threads, so the taker looks before it takes the lock. Can you have it wait for ever?',
    shared: {queue: []}, threads: takerThatLooksTooEarly()},
  {name: 'wait-in-loop', title: 'Lock, look, wait in a loop', source: 'WaitInLoop',
    question: 'Now a taker looks only while it has the lock, and looks again when it was woken. Try to break it.',
    shared: {queue: []}, threads: takersAndPutter('while (queue.isEmpty()) {', 'look')},
];

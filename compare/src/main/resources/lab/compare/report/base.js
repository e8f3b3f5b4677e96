/* Small helpers for every section: building elements, writing figures, drawing sharply. */

/** An element with attributes and children. Text is only ever set as text, so that no data can become markup. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

/** A section of the page, with its heading and a sentence that says what to look for. */
export function section(id, heading, lead, ...children) {
  return el('section', {id, 'aria-labelledby': `${id}-heading`},
    el('h2', {id: `${id}-heading`}, heading),
    lead ? el('p', {class: 'lead'}, lead) : null,
    ...children);
}

/** What the page is made of: each section's script says so itself. */
export const SECTIONS = [];

/**
 * Takes a section into the page. It is built when all scripts are there, and left out if it gives null.
 *
 * position: the sections stand in the order of these, with room between them for those that others contribute
 * speaksForItself: whether nobody misses timelines where this one is
 */
export function addSection(position, build, speaksForItself = false) {
  SECTIONS.push({position, build, speaksForItself});
}

/** A table in a box that scrolls by itself, so that the page never has to. */
export function scrollingTable(caption, headings, rows) {
  return hintingAtMore(el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption},
    el('table', {},
      el('caption', {class: 'visually-hidden'}, caption),
      el('thead', {}, el('tr', {}, headings.map(heading => el('th', {scope: 'col'}, heading)))),
      el('tbody', {}, rows.map(row => el('tr', {}, row.map(tableCell)))))));
}

/** Fades the right edge of a box for as long as there is more to scroll to. */
export function hintingAtMore(box) {
  const update = () => box.classList.toggle('more', box.scrollLeft + box.clientWidth < box.scrollWidth - 2);
  box.addEventListener('scroll', update, {passive: true});
  new ResizeObserver(update).observe(box);
  return box;
}

/** The first cell of a row names it. A cell is text, or an element. */
function tableCell(content, column) {
  return column === 0 ? el('th', {scope: 'row'}, content) : el('td', {}, content);
}

/** Calls back with an element's width: when it is first shown, and whenever it changes. */
export function whenResized(element, callback) {
  let width = -1;
  new ResizeObserver(() => requestAnimationFrame(() => {
    if (element.clientWidth === width || element.clientWidth === 0) return;
    width = element.clientWidth;
    callback(width);
  })).observe(element);
}

/** Sizes a canvas in CSS pixels, sharp on any screen, and gives back its cleared context. */
export function freshCanvas(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  const context = canvas.getContext('2d');
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/** What is to be done before the next frame. */
const awaitingFrame = new Set();

/** However often it is asked, does its work once before the next frame. */
export function oncePerFrame(work) {
  return () => {
    if (awaitingFrame.size === 0) requestAnimationFrame(drawNow);
    awaitingFrame.add(work);
  };
}

/** Does at once what waits for the next frame. */
export function drawNow() {
  const works = [...awaitingFrame];
  awaitingFrame.clear();
  works.forEach(work => work());
}

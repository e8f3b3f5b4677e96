/* The dots of the race: where they lie, and what state each page is in. Knows no page. */

/** The largest dots that fit into a track about 110 pixels high; they fill it column by column. */
export function dotGrid(count, width) {
  let best = {pitch: 3, rows: Math.max(1, Math.ceil(count / Math.max(1, Math.floor(width / 3))))};
  for (let rows = 1; rows <= 28; rows++) {
    const pitch = Math.min(18, Math.floor(width / Math.max(1, Math.ceil(count / rows))));
    if (pitch > best.pitch && rows * pitch <= 112) best = {pitch, rows};
  }
  return best;
}

/** Queued is a page that has been fetched, and nobody has time for it: an event loop that is busy, for instance. */
export function pageState(page, now) {
  if (page.end >= 0 && now >= page.end) return 'done';
  if (now >= page.begin) {
    const span = page.spans.find(one => one.begin <= now && now < one.end);
    return span ? span.group === 'computing' ? 'computing' : 'waiting' : 'queued';
  }
  return page.discovered >= 0 && now >= page.discovered ? 'known' : 'unknown';
}

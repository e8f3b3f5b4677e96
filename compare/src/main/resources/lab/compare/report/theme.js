/* Light or dark: as the system has it, until someone presses the button. */

import {drawNow} from './base.js';
import {say} from './texts.js';

export const theme = (() => {
  const KEY = 'concurrency-lab-theme';
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
  const listeners = [];
  let colours = new Map();

  /** Storage may be forbidden, as for files in some browsers; then the choice lasts as long as the page. */
  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function remember(name) {
    try {
      localStorage.setItem(KEY, name);
    } catch {
      // Not remembered: nothing else is lost.
    }
  }

  function current() {
    return document.documentElement.dataset.theme;
  }

  function show(name) {
    document.documentElement.dataset.theme = name;
    colours = new Map();
    const button = document.getElementById('theme');
    button.textContent = say(name === 'dark' ? 'theme.light' : 'theme.dark');
    button.setAttribute('aria-label', say(name === 'dark' ? 'theme.to-light' : 'theme.to-dark'));
    listeners.forEach(listener => listener());
  }

  /** A colour of the style sheet by its name, for what is drawn on a canvas. */
  function colour(name) {
    if (!colours.has(name)) {
      colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
    }
    return colours.get(name);
  }

  function start() {
    show(remembered() || (systemDark.matches ? 'dark' : 'light'));
    document.getElementById('theme').addEventListener('click', () => {
      const chosen = current() === 'dark' ? 'light' : 'dark';
      remember(chosen);
      show(chosen);
    });
    printLight();
    systemDark.addEventListener('change', () => {
      if (!remembered()) show(systemDark.matches ? 'dark' : 'light');
    });
  }

  /** On paper all is light; a browser draws nothing more before it prints, so what waits for a frame is drawn at once. */
  function printLight() {
    let before;
    window.addEventListener('beforeprint', () => {
      before = current();
      show('light');
      drawNow();
    });
    window.addEventListener('afterprint', () => show(before));
  }

  return {start, show, colour, onChange: listener => listeners.push(listener)};
})();

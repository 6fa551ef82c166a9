/** A one-line field whose label is read out and shown while it is empty. */
export function field(label: string, name: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  input.name = name;
  input.placeholder = label;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.setAttribute('aria-label', label);
  input.className = 'cm-search-field';
  return input;
}

export function button(label: string, text: string, run: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.setAttribute('aria-label', label);
  element.className = 'cm-search-button';
  element.addEventListener('click', run);
  return element;
}

/** A button that is on or off, as `aria-pressed` says. */
export function toggle(label: string, text: string, changed: () => void): HTMLButtonElement {
  const element = button(label, text, () => {
    element.setAttribute('aria-pressed', String(element.getAttribute('aria-pressed') !== 'true'));
    changed();
  });
  element.setAttribute('aria-pressed', 'false');
  return element;
}

export function row(...parts: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = 'cm-search-row';
  element.append(...parts);
  return element;
}

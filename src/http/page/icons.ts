/** The mark of An Sinh: a seedling. Drawn in the page so that it costs no request. */
export const seedling =
  '<path d="M16 29V15" fill="none" stroke="#0b5a41" stroke-width="2.6" stroke-linecap="round"/>' +
  '<path d="M16 18C8.5 18 4.5 13 4.5 6 12 6 16 10.5 16 18Z" fill="#1d8a5f"/>' +
  '<path d="M16 22.5C16 16 20 12 27.5 11.5 27.5 18.5 23.5 22.5 16 22.5Z" fill="#e0a100"/>';

/** Icon of the browser's tab, as a data address. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#fdf8ea"/>${seedling}</svg>`,
)}`;

export const phoneIcon =
  '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="currentColor" d="M6.6 10.8c1.4 2.8 3.8 5.1 6.6 6.6l2.2-2.2c.3-.3.7-.4 1-.2 1.1.4 2.3.6 3.6.6.6 0 1 .4 1 1V20c0 .6-.4 1-1 1C10.6 21 3 13.4 3 4c0-.6.4-1 1-1h3.5c.6 0 1 .4 1 1 0 1.3.2 2.5.6 3.6.1.3 0 .7-.2 1l-2.3 2.2Z"/></svg>';

export const lockIcon =
  '<svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true"><path fill="currentColor" d="M12 2a5 5 0 0 0-5 5v3H6a2 2 0 0 0-2 2v8c0 1.1.9 2 2 2h12a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2h-1V7a5 5 0 0 0-5-5Zm-3 8V7a3 3 0 0 1 6 0v3H9Z"/></svg>';

export const microphoneIcon =
  '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path fill="currentColor" d="M12 15a3.5 3.5 0 0 0 3.5-3.5v-6a3.5 3.5 0 0 0-7 0v6A3.5 3.5 0 0 0 12 15Zm6.5-3.5a1 1 0 0 0-2 0 4.5 4.5 0 0 1-9 0 1 1 0 0 0-2 0 6.5 6.5 0 0 0 5.5 6.4V21h-2a1 1 0 0 0 0 2h6a1 1 0 0 0 0-2h-2v-3.1a6.5 6.5 0 0 0 5.5-6.4Z"/></svg>';

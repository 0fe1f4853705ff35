/** A script as it may stand inside a `script` element: nothing in it ends the element or opens a comment. */
export function inlineScript(js: string): string {
  return js.replace(/<(?=\/?script|!--)/gi, '\\x3c');
}

/** A style sheet as it may stand inside a `style` element. */
export function inlineStyle(css: string): string {
  return css.replace(/<(?=\/style)/gi, '\\3c ');
}

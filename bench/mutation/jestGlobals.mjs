import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { format } from 'node:util';

/*
 * What the tests of pure code use of jest, to be run without it: describe, test, their `each`, and jest's own expect.
 */
export const { expect } = createRequire(resolve('package.json'))('expect');

let file = '';
let names = [];
let tests = [];

/** From here on tests belong to this file. */
export function startCollecting(name) {
  file = name;
  names = [];
  tests = [];
}

export function collected() {
  return tests;
}

export function describe(name, body) {
  names.push(name);
  try {
    body();
  } finally {
    names.pop();
  }
}

export function test(name, body) {
  const id = [file, ...names, name].join(' › ');
  const same = tests.filter((other) => other.id === id || other.id.startsWith(`${id} #`)).length;
  tests.push({ id: same === 0 ? id : `${id} #${same + 1}`, body });
}

describe.each = (rows) => (name, body) =>
  each(rows, name, (title, row) => describe(title, () => body(...row)));
test.each = (rows) => (name, body) => each(rows, name, (title, row) => test(title, () => body(...row)));

function each(rows, name, add) {
  rows.forEach((row, at) => {
    const values = Array.isArray(row) ? row : [row];
    const title = name
      .replaceAll('%#', String(at))
      .replaceAll(/\$(\w+)/g, (whole, key) => String(values[0]?.[key] ?? whole));
    const places = (title.match(/%[sdifjop]/g) ?? []).length;
    add(format(title, ...values.slice(0, places)), values);
  });
}

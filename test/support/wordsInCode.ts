import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/paths.js';

/** A key of `locales/` that code names. Where it is built from a value, the place of the value is a `*`. */
export type NamedKey = Readonly<{
  key: string;
  where: string;
  /** The names of the values given along; undefined where that can't be seen in the call. */
  values: readonly string[] | undefined;
}>;

/**
 * Finds the words that source files ask for: the first argument of a call to one of `callees` (`t`, `words`, …), whether it is
 * a string, a template or a choice between them.
 */
export function findWordsInCode(pattern: string, callees: readonly string[]): readonly NamedKey[] {
  return sourceFiles(pattern).flatMap((source) => {
    const found: NamedKey[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && callees.includes(calleeName(node))) {
        const [first, second] = node.arguments;
        const keys = first === undefined ? [] : keysOf(first, source);
        const where = `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
        for (const key of keys) found.push({ key, where, values: valueNames(second) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** Every string and template in source files that `wanted` takes for a key, wherever it stands. */
export function findStringsInCode(pattern: string, wanted: (text: string) => boolean): readonly NamedKey[] {
  return sourceFiles(pattern).flatMap((source) => {
    const found: NamedKey[] = [];
    const visit = (node: ts.Node): void => {
      const key =
        ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? keysOf(node, source)[0] : undefined;
      if (key !== undefined && wanted(key) && !ts.isImportDeclaration(node.parent)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.push({ key, where: `${source.fileName}:${line + 1}`, values: undefined });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** The strings of a union type as it stands in a source file. */
export function unionMembers(file: string, name: string): readonly string[] {
  const [source] = sourceFiles(file);
  const members: string[] = [];
  source?.forEachChild((node) => {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== name || !ts.isUnionTypeNode(node.type)) return;
    for (const type of node.type.types) {
      if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) members.push(type.literal.text);
    }
  });
  if (members.length === 0) throw new Error(`${file} has no union ${name}.`);
  return members;
}

function sourceFiles(pattern: string): readonly ts.SourceFile[] {
  return globSync(pattern, { cwd: projectRoot }).map((file) =>
    ts.createSourceFile(
      file,
      readFileSync(join(projectRoot, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
}

/** `turn.t(…)` and `t(…)` are `t`; `words(locale)(…)` is `words`. */
function calleeName({ expression }: ts.CallExpression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isCallExpression(expression) ? calleeName(expression) : '';
}

function keysOf(node: ts.Expression, source: ts.SourceFile): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return keysOf(node.expression, source);
  if (ts.isConditionalExpression(node))
    return [...keysOf(node.whenTrue, source), ...keysOf(node.whenFalse, source)];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('')];
  return ts.isIdentifier(node) ? initialiser(node.text, source) : [];
}

/** What a constant of this file is set to. */
function initialiser(name: string, source: ts.SourceFile): readonly string[] {
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name) {
      if (node.initializer !== undefined && !ts.isIdentifier(node.initializer))
        keys.push(...keysOf(node.initializer, source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return keys;
}

function valueNames(node: ts.Expression | undefined): readonly string[] | undefined {
  if (node === undefined) return [];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const names = node.properties.map(({ name }) =>
    name !== undefined && ts.isIdentifier(name) ? name.text : undefined,
  );
  return names.every((name) => name !== undefined) ? names : undefined;
}

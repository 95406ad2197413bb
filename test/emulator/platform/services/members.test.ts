/**
 * Who calls each member of Google's services that the emulator has: the product, a conformance case, or a script of the samples.
 * What nobody calls has no place in it, and what the product calls must be there. Both lists come out of the code itself.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { ADVANCED_SERVICES } from '../advanced-services';

const SERVICES = 'test/emulator/platform/services';
const PRODUCT = ['src/gas', 'src/main.ts'];
const CASES = 'test/emulator/conformance/project';
const SAMPLES = [
  'test/emulator/samples/chat/Chat.js',
  'test/emulator/samples/sheet/Menu.js',
  'test/emulator/samples/sheet/Sheet.js',
];

/** `Class.member` of everything that is offered: object members that are sealed, and methods of the spreadsheet's classes. */
function offeredMembers(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of readdirSync(SERVICES).filter((file) => file.endsWith('.ts'))) {
    const file = path.join(SERVICES, name);
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    const texts = constantTexts(source);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'sealed') {
        const [owner, members] = node.arguments;
        if (owner && members && ts.isObjectLiteralExpression(members)) {
          const text = ts.isStringLiteral(owner) ? owner.text : (texts.get(owner.getText()) ?? '');
          for (const member of members.properties) {
            if (member.name) found.add(`${text.split('.').pop() ?? ''}.${member.name.getText()}`);
          }
        }
      }
      if (
        ts.isClassDeclaration(node) &&
        node.heritageClauses?.some((one) => one.getText().includes('Offers'))
      ) {
        for (const member of node.members) {
          const hidden = ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private;
          if (ts.isMethodDeclaration(member) && !hidden) {
            found.add(`${node.name?.text ?? ''}.${member.name.getText()}`);
          }
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  for (const { methods } of ADVANCED_SERVICES.values()) {
    for (const method of Object.keys(methods)) found.add(`Chat.${method}`);
  }
  return new Set([...found].filter((member) => !/^\.|\.toString$/.test(member)));
}

function constantTexts(source: ts.SourceFile): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && ts.isStringLiteral(initializer)) texts.set(name.getText(), initializer.text);
    }
  }
  return texts;
}

/** `Class.member` -> the files that name it, as the type checker sees it through Google's typings. */
function callersOf(files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2020,
    lib: ['lib.es2020.d.ts'],
    types: ['google-apps-script'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowJs: true,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
  };
  const program = ts.createProgram([...files, 'src/gas/google.d.ts'], options);
  const checker = program.getTypeChecker();
  const callers = new Map<string, Set<string>>();
  const add = (member: string, file: string): void => {
    callers.set(member, (callers.get(member) ?? new Set()).add(path.basename(file)));
  };
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const text = node.getText();
        if (text.startsWith('Chat.')) add(text, file);
        for (const { parent } of checker.getSymbolAtLocation(node.name)?.declarations ?? []) {
          if (!ts.isInterfaceDeclaration(parent)) continue;
          const owner = parent.name.text === 'Console' ? 'console' : parent.name.text;
          add(`${owner}.${node.name.text}`, file);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(program.getSourceFile(file)!);
  }
  return callers;
}

function sourcesIn(place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(place)
    .filter((file) => /\.(?:ts|js)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => path.join(place, file));
}

const offered = offeredMembers();
const product = PRODUCT.flatMap(sourcesIn);
// A page is read by the service that shows it.
const callers = callersOf([...product, ...sourcesIn(CASES), ...SAMPLES, `${SERVICES}/ui.ts`]);
const namesOf = (member: string): string => [...(callers.get(member) ?? [])].sort().join(', ') || 'nobody';

describe('a member of the emulator', () => {
  test('is found in the services at all', () => {
    for (const member of ['Range.setValues', 'SpreadsheetApp.getUi', 'Ui.alert', 'Chat.Spaces.Members.get']) {
      expect(offered).toContain(member);
    }
  });

  test.each([...offered].sort().map((member) => [member, namesOf(member)] as const))(
    '%s is called by %s',
    (member, names) => {
      const verdict =
        names === 'nobody'
          ? `${member}: neither the product, a case nor a sample calls it; take it out.`
          : '';
      expect(verdict).toBe('');
    },
  );
});

test('the product calls nothing on these classes that the emulator lacks', () => {
  const classes = new Set([...offered].map((member) => member.split('.')[0]!));
  const names = new Set(product.map((file) => path.basename(file)));
  const missing = [...callers]
    .filter(
      ([member, files]) => classes.has(member.split('.')[0]!) && [...files].some((file) => names.has(file)),
    )
    .map(([member]) => member)
    .filter((member) => !offered.has(member) && ![...offered].some((one) => one.startsWith(`${member}.`)));
  expect(missing).toEqual([]);
});

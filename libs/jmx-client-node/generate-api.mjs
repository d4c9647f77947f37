/** Writes docs/api.md from the TSDoc of everything src/index.ts exports. `npm run docs -w jmx-client-node`; `-- --check` only compares. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import ts from 'typescript';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const TARGET = path('docs/api.md');
const GROUPS = [
  [
    'Connections',
    /^(?!.*Error)(?:JmxConnect|JmxClient|CloseReason|Reconnect|Call|Prepared|ObjectNameLike|JmxTls|LongsAs)/,
  ],
  ['Errors', /Error/],
  ['Notifications', /Subscri|Loss|^Notification|^JmxNotification/],
  ['Names and values', /./],
];

const program = ts.createProgram([path('src/index.ts')], {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
});
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });

const text = (parts) =>
  ts
    .displayPartsToString(parts)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
const source = (node) => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
const oneLine = (content) =>
  content
    .replace(/\s+/g, ' ')
    .replace(/([([]) /g, '$1')
    .replace(/,? ([)\]])/g, '$1');
const code = (content) => `\`${oneLine(content).replace(/;$/, '')}\``;

function documentation(symbol) {
  const tags = symbol.getJsDocTags(checker);
  const say = (name, intro) =>
    tags
      .filter((tag) => tag.name === name)
      .map((tag) => `${intro} ${name === 'param' ? parameter(tag) : text(tag.text)}.`);
  return [
    text(symbol.getDocumentationComment(checker)),
    ...say('param', 'Parameter'),
    ...say('default', 'Default:'),
    ...say('throws', 'Throws'),
  ]
    .join(' ')
    .replace(/\.\./g, '.')
    .trim();
}

const parameter = (tag) => text(tag.text).replace(/^(\w+) /, '`$1`: ');

function isHidden(member) {
  const flags = ts.getCombinedModifierFlags(member);
  const isInternal = ts.getJSDocTags(member).some((tag) => tag.tagName.text === 'internal');
  return isInternal || (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
}

/** Head of a member without its body. */
function head(member) {
  const node = member.body || member.initializer ? withoutBody(member) : member;
  return source(node)
    .replace(/\b(readonly|public|override|abstract|async) /g, '')
    .replace(/ \| undefined;?$/, '');
}

function withoutBody(member) {
  const full = member.getText();
  const end = member.body ? member.body.getStart() : member.initializer.getStart();
  const cut = full.slice(0, end - member.getStart()).replace(/[={\s]+$/, '');
  const returns = ts.isGetAccessor(member) ? cut.replace(/^get (\w+)\(\)/, 'get $1') : cut;
  return ts.factory.createIdentifier(returns);
}

function membersOf(symbol) {
  const declared = symbol.declarations.flatMap((declaration) => [...(declaration.members ?? [])]);
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const inherited = (type.getBaseTypes?.() ?? []).flatMap((base) =>
    base.symbol.name === 'MBeanServerClient' ? [...base.symbol.declarations[0].members] : [],
  );
  const named = (member) =>
    member.name && !ts.isPrivateIdentifier(member.name) && !ts.isComputedPropertyName(member.name);
  return [...declared, ...inherited].filter((member) => named(member) && !isHidden(member));
}

/** The methods both kinds of connection share are told once. */
const SHARED = 'MBeanServerClient';

function membersTable(members) {
  return members
    .map((member) => {
      const said = documentation(checker.getSymbolAtLocation(member.name));
      return `- ${code(head(member))}${said === '' ? '' : ` — ${said}`}`;
    })
    .join('\n');
}

function constantTable(declaration) {
  let object = declaration.initializer;
  while (ts.isAsExpression(object) || ts.isSatisfiesExpression(object)) object = object.expression;
  if (!ts.isObjectLiteralExpression(object)) return '';
  return object.properties
    .map((property) => {
      const said = documentation(checker.getSymbolAtLocation(property.name));
      const value = ts.isStringLiteral(property.initializer)
        ? `\`${property.name.getText()}\` = \`${property.initializer.text}\``
        : code(`${property.name.getText()}${signature(property.initializer)}`);
      return `- ${value}${said === '' ? '' : ` — ${said}`}`;
    })
    .join('\n');
}

function signature(initializer) {
  if (!ts.isArrowFunction(initializer)) return '';
  const result = initializer.type ? `: ${initializer.type.getText()}` : '';
  return `(${initializer.parameters.map((each) => each.getText()).join(', ')})${result}`;
}

function entry(symbol) {
  const declarations = symbol.declarations;
  const variable = declarations.find(ts.isVariableDeclaration);
  const alias = declarations.find(ts.isTypeAliasDeclaration);
  const body = variable
    ? constantTable(variable)
    : alias
      ? code(source(alias.type))
      : membersTable(membersOf(symbol).filter((member) => !isShared(member) || symbol.name === 'JmxConnection'));
  const more = symbol.name === 'JmxClient' ? 'Also all calls of `JmxConnection`.' : '';
  return [`### ${symbol.name}`, documentation(symbol), more, body].filter((part) => part !== '').join('\n\n');
}

function isShared(member) {
  return member.parent.name?.text === SHARED;
}

const module = checker.getSymbolAtLocation(program.getSourceFile(path('src/index.ts')));
const exported = checker
  .getExportsOfModule(module)
  .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
const left = new Set(exported);
const sections = GROUPS.map(([title, pattern]) => {
  const members = [...left].filter(({ name }) => pattern.test(name));
  members.forEach((symbol) => left.delete(symbol));
  return `## ${title}\n\n${members.map(entry).join('\n\n')}`;
});
const intro = 'Everything `jmx-client-node` exports. Generated from the comments in the sources by `npm run docs`.';
const written = await prettier.format(`# API\n\n${intro}\n\n${sections.join('\n\n')}\n`, {
  ...(await prettier.resolveConfig(TARGET)),
  parser: 'markdown',
});
if (!process.argv.includes('--check')) {
  mkdirSync(path('docs'), { recursive: true });
  writeFileSync(TARGET, written);
} else if (readFileSync(TARGET, 'utf8') !== written) {
  process.stderr.write('docs/api.md is not what the sources say; run "npm run docs -w jmx-client-node"\n');
  process.exit(1);
}

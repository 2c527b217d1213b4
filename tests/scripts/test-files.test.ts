import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const repository = path.resolve(import.meta.dirname, '../..')
/** Tests of no one file or folder: they follow an action, an attack or a published vector through several rooms. */
const JOURNEYS = ['attacks', 'bench', 'conformance', 'deploy', 'e2e', 'functions', 'vectors']
/** The first words of titles that go on from another title, and of predicates without a subject. */
const BEGINS_NOWHERE =
  /^(and|or|nor|but|so|also|too|that|which|it|they|its|is|are|was|were|has|have|does|do|did|not|cannot|can|answers|refuses|accepts|takes|gives|reads|finds|keeps|tells|says|makes|throws|returns|writes|sends|holds|leaves|removes|deletes|asks|goes|serves|needs|lets)\b/

const files = (readdirSync(path.join(repository, 'tests'), { recursive: true }) as string[])
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.(test|slow)\.ts$/.test(file))

test('every test lies at the path of the file or folder that it tests (CONTRIBUTING.md)', () => {
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => !JOURNEYS.includes(file.split('/')[0] ?? '') && !isMirrored(file))).toEqual(
    [],
  )
})

test('every test title names its subject, in its describe or itself', () => {
  const titles = files.flatMap((file) => outerTitles(file).map((title) => `${file}: ${title}`))
  expect(titles.length).toBeGreaterThan(600)
  expect(titles.filter((title) => BEGINS_NOWHERE.test(title.slice(title.indexOf(': ') + 2)))).toEqual([])
})

/** Whether a source file has this path, or its folder of sources holds what the test is about as a whole. */
function isMirrored(file: string): boolean {
  const folder = nearestSources(path.posix.dirname(file))
  if (!folder) return false
  const name = path.posix.basename(file).replace(/\.(test|slow)\.ts$/, '')
  const named = sourcesBelow(folder).filter((source) => path.basename(source).split('.')[0] === name)
  return named.length === 0 || named.some((source) => path.dirname(source) === '.')
}

/** The folder of sources that a folder of tests mirrors; of tests in a folder of their own, the one above. */
function nearestSources(folder: string): string | undefined {
  if (folder === '.') return undefined
  const [room, app, ...rest] = folder.split('/')
  const isApp = room === 'miniprogram' && (app === 'citizen' || app === 'verifier')
  const mirrored =
    room === 'core' ? ['cloudfunctions', folder] : isApp ? [room, app, 'src', ...rest] : [folder]
  const sources = path.join(repository, ...mirrored)
  return existsSync(sources) ? sources : nearestSources(path.posix.dirname(folder))
}

const sourcesBelow = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter(
    (file) => /\.(ts|tsx|cjs|mjs)$/.test(file) && !/node_modules|dist/.test(file),
  )

/** The titles of tests and describes that lie in no describe. */
function outerTitles(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(repository, 'tests', file), 'utf8'),
    ts.ScriptTarget.ES2022,
  )
  return source.statements.flatMap((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return []
    const [title] = statement.expression.arguments
    const isTest = /^(it|test|describe)$/.test(rootName(statement.expression))
    return isTest && title && ts.isStringLiteralLike(title) ? [title.text] : []
  })
}

function rootName(node: ts.Expression): string {
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return rootName(node.expression)
  return ts.isIdentifier(node) ? node.text : ''
}

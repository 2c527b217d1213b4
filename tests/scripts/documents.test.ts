import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const pages = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md'])
  .toString()
  .split('\0')
  .filter((page) => page !== '' && existsSync(page))
/** Blocks of code, tables and pictures cannot be wrapped. */
const prose = (text: string) =>
  text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .split('\n')
    .filter((line) => !/^\s*(\||!\[)/.test(line))

test.each(pages)('the document %s has no line over 120 characters', (page) => {
  const long = prose(readFileSync(page, 'utf8')).filter((line) => line.length > 120)
  expect(long).toEqual([])
})

test('the index of decisions names every decision, and no other', () => {
  const folder = 'docs/decisions'
  const index = readFileSync(path.join(folder, 'README.md'), 'utf8')
  const named = [...index.matchAll(/\]\((\d{3}-[\w-]+\.md)\)/g)].map(([, file]) => file)
  const present = readdirSync(folder).filter((file) => /^\d{3}-.*\.md$/.test(file))
  expect(named).toEqual(present.sort())
})

test.each(pages)('the document %s links only to files that exist', (page) => {
  const text = readFileSync(page, 'utf8').replace(/`[^`]*`/g, '')
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? '')
  const missing = links
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(path.join(path.dirname(page), target)))
  expect(missing).toEqual([])
})

/** Where a path of the pages below begins: a table about one room leaves its name out. */
const BASES = [
  '.',
  'docs',
  'shared',
  'cloudfunctions/core',
  'cloudfunctions/deploy',
  'miniprogram/citizen/src',
  'miniprogram/verifier/src',
  'tests',
]
const SHORT_NAMES = { core: 'cloudfunctions/core', kit: 'miniprogram/kit' } as const

test.each([
  ['README.md', 10],
  ['docs/architecture.md', 70],
])('the front page %s names only files and folders that exist', (page, atLeast) => {
  const named = [...readFileSync(page, 'utf8').matchAll(/`(\w[\w.-]*\/[\w./-]*)`/g)].map(([, span = '']) =>
    span.replace(/^(core|kit)(?=\/)/, (name) => SHORT_NAMES[name as keyof typeof SHORT_NAMES]),
  )
  expect(named.length).toBeGreaterThan(atLeast)
  expect(named.filter((name) => !BASES.some((base) => existsSync(path.join(base, name))))).toEqual([])
})

test('the table of attacks names only tests that exist', () => {
  const folder = 'tests/attacks'
  const rows = readFileSync(path.join(folder, 'README.md'), 'utf8').split('\n')
  const cells = rows.filter((row) => row.startsWith('| ')).map((row) => row.split('|')[2] ?? '')
  const named = cells.flatMap((cell) => [...cell.matchAll(/`([\w/-]+)`/g)].map(([, name]) => name))
  expect(named.length).toBeGreaterThan(25)
  expect(named.filter((name) => !existsSync(path.join(folder, `${name}.test.ts`)))).toEqual([])
})

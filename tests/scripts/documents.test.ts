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

test('the table of attacks names only tests that exist', () => {
  const folder = 'tests/attacks'
  const rows = readFileSync(path.join(folder, 'README.md'), 'utf8').split('\n')
  const cells = rows.filter((row) => row.startsWith('| ')).map((row) => row.split('|')[2] ?? '')
  const named = cells.flatMap((cell) => [...cell.matchAll(/`([\w/-]+)`/g)].map(([, name]) => name))
  expect(named.length).toBeGreaterThan(25)
  expect(named.filter((name) => !existsSync(path.join(folder, `${name}.test.ts`)))).toEqual([])
})

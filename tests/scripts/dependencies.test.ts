import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../package.json'

const page = readFileSync('docs/dependencies.md', 'utf8')
const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
const named = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => namesIn(line.split('|')[1] ?? ''))

test('every installed package has a line in docs/dependencies.md', () => {
  expect(installed.filter((name) => !named.some((pattern) => matches(pattern, name)))).toEqual([])
})

test('docs/dependencies.md names no package that is not installed or overridden', () => {
  const known = [...installed, ...Object.keys(manifest.overrides)]
  expect(named.filter((pattern) => !known.some((name) => matches(pattern, name)))).toEqual([])
})

/** Package names in one table cell, up to an arrow; a name that starts with a hyphen continues the first one's stem. */
function namesIn(cell: string): string[] {
  const names = [...(cell.split('→')[0] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
  const stem = (names[0] ?? '').replace(/-core$/, '')
  return names.map((name) => (name.startsWith('-') ? stem + name : name))
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name
}

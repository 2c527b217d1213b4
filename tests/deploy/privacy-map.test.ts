import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '../support/collections'

const HOUR = 3600_000
const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/privacy.md'), 'utf8')

/** The names between backticks. */
const names = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name as string)

/** The rows of docs/privacy.md, "What the database says without its keys", by collection. */
function documented(): Map<string, object> {
  const [, section = ''] = page.split('## What the database says without its keys')
  const rows = section.split('\n').filter((line) => /^\| `/.test(line))
  const described = rows.flatMap((row) => {
    const [, collections, id, clear = '', asked, rounded = ''] = row.split('|').map((cell) => cell.trim())
    const times = [...rounded.matchAll(/`(\w+)` to (\d+) h/g)].map(([, field, hours]) => [
      field,
      Number(hours) * HOUR,
    ])
    const how = {
      id,
      clear: clear === 'everything' ? 'all' : names(clear).sort(),
      asked: names(asked).sort(),
      rounded: Object.fromEntries(times),
    }
    return names(collections).map((name): [string, object] => [name, how])
  })
  return new Map(described)
}

test('docs/privacy.md says of every collection what lies there in clear, and nothing else does', () => {
  const kept = [...COLLECTIONS].map(([name, { keeping }]) => {
    const { id = 'plain', clear, asked = [], rounded = {} } = keeping
    return [
      name,
      { id, clear: clear === 'all' ? clear : [...clear].sort(), asked: [...asked].sort(), rounded },
    ]
  })
  expect(Object.fromEntries(documented())).toEqual(Object.fromEntries(kept))
})

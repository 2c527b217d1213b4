import { entryHash, type LogEntry, NO_ENTRY, skipIndex } from '@nansha/shared/issuance-log/log-entry'
import { extendsHead, headVouchesFor, pathIndexes } from '@nansha/shared/issuance-log/verify-path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const log: LogEntry[] = []
const hashOf = (index: number) => (index === 0 ? NO_ENTRY : entryHash(log[index - 1] as LogEntry))
for (let index = 1; index <= 300; index++) {
  log.push({
    index,
    at: 1_800_000_000 + index,
    event: 'issued',
    subject: `s${index % 7}`,
    credential: `c${index}`,
    previous: hashOf(index - 1),
    skip: hashOf(skipIndex(index)),
  })
}
const head = (size: number) => ({ size, hash: hashOf(size) })
const path = (from: number, to: number) => pathIndexes(from, to).map((index) => log[index - 1] as LogEntry)
const pairs = fc
  .integer({ min: 1, max: 300 })
  .chain((from) => fc.tuple(fc.constant(from), fc.integer({ min: 1, max: from })))

describe('a path through the log', () => {
  it('leads from any head to any entry before it, in few steps', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        expect(headVouchesFor(head(from), path(from, to))).toBe(true)
        expect(path(from, to).at(-1)?.index).toBe(to)
        const log2 = Math.log2(from)
        expect(path(from, to).length).toBeLessThanOrEqual(log2 ** 2 / 2 + log2 + 1)
      }),
    )
  })

  it('shows that a later head continues an earlier one', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        expect(extendsHead(head(to), head(from), path(from, to))).toBe(true)
      }),
    )
  })

  it('breaks at any change of any entry on it', () => {
    const good = path(200, 77)
    good.forEach((entry, at) => {
      for (const change of [
        { subject: 'x' },
        { credential: 'x' },
        { at: 1 },
        { event: 'renewed' as const },
      ]) {
        const bad = good.map((same, i) => (i === at ? { ...entry, ...change } : same))
        expect(headVouchesFor(head(200), bad)).toBe(false)
      }
    })
  })

  it('does not lead to an entry that is left out, added, or of another log', () => {
    const good = path(200, 77)
    expect(headVouchesFor(head(200), good.slice(1))).toBe(false)
    expect(headVouchesFor(head(200), [...good.slice(0, 2), ...good.slice(3)])).toBe(false)
    expect(headVouchesFor(head(199), good)).toBe(false)
    expect(headVouchesFor(head(200), [])).toBe(false)
  })

  it('finds out a log that was rewritten since a head was kept', () => {
    const kept = { size: 77, hash: entryHash({ ...(log[76] as LogEntry), credential: 'removed since' }) }
    expect(extendsHead(kept, head(200), path(200, 77))).toBe(false)
    expect(extendsHead(head(200), head(77), path(77, 77))).toBe(false)
    expect(extendsHead(head(77), head(200), [])).toBe(false)
    expect(extendsHead({ size: 0, hash: NO_ENTRY }, head(200), [])).toBe(true)
  })
})

import { entryHash, type LogEntry, type LogHead, skipIndex } from './log-entry'

/**
 * Whether a head vouches for an entry: the path begins at the head, and each entry is the one that the entry before it
 * points at, by `previous` or by `skip`. The last one is the entry in question.
 *
 * With an older head in place of the entry it shows that nothing before was rewritten: end the path at the older head's
 * index and compare hashes, as {@link extendsHead} does.
 */
export function headVouchesFor(head: LogHead, path: readonly LogEntry[]): boolean {
  let expected: LinkedEntry[] = [{ index: head.size, hash: head.hash }]
  for (const entry of path) {
    const hash = entryHash(entry)
    if (!expected.some((link) => link.index === entry.index && link.hash === hash)) return false
    expected = [
      { index: entry.index - 1, hash: entry.previous },
      { index: skipIndex(entry.index), hash: entry.skip },
    ]
  }
  return path.length > 0
}

interface LinkedEntry {
  readonly index: number
  readonly hash: string
}

/**
 * Whether a newer head continues an older one that somebody kept.
 *
 * @param path from the newer head to the entry at the older head's index
 */
export function extendsHead(older: LogHead, newer: LogHead, path: readonly LogEntry[]): boolean {
  if (older.size === 0) return true
  if (newer.size === older.size) return newer.hash === older.hash
  const last = path.at(-1)
  if (newer.size < older.size || last?.index !== older.size) return false
  return entryHash(last) === older.hash && headVouchesFor(newer, path)
}

/**
 * The indexes of a path from entry `from` down to entry `to`: skips while they do not overshoot; of a million entries at
 * most 211.
 */
export function pathIndexes(from: number, to: number): number[] {
  const indexes: number[] = []
  for (let index = from; index >= to && index > 0; ) {
    indexes.push(index)
    if (index === to) break
    index = skipIndex(index) >= to ? skipIndex(index) : index - 1
  }
  return indexes
}

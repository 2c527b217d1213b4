import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Database from 'libsql'
import { median } from './median'

/** Operations a second of libsql alone, with the same durability: what no store above it can beat one by one. */
export function benchBareLibsql(folder: string, times: number): { insert: number; lookup: number } {
  const database = new Database(join(folder, 'bare.sqlite'))
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec(
    'CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, body TEXT NOT NULL)',
  )
  const insert = database.prepare('INSERT INTO documents (id, body) VALUES (?, ?)')
  const lookup = database.prepare('SELECT body FROM documents WHERE id = ?')
  const ids = Array.from({ length: times }, () => randomUUID())
  const body = JSON.stringify({ text: 'x'.repeat(250) })
  const perSecond = (work: (id: string) => unknown) => {
    const each = ids.map((id) => {
      const started = performance.now()
      work(id)
      return performance.now() - started
    })
    return 1000 / median(each)
  }
  const result = {
    insert: perSecond((id) => insert.run([id, body])),
    lookup: perSecond((id) => JSON.parse(String((lookup.all([id])[0] as { body: string }).body))),
  }
  database.close()
  return result
}

import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Engine } from '../database/engine'
import { invalid, PlatformError } from '../platform-error'

/** The SDK of mini-programs refuses larger files itself. */
const MAX_FILE_BYTES = 50 * 1024 * 1024

/** A stored file. */
export interface StoredFile {
  readonly path: string
  /** Who uploaded it; null for functions. */
  readonly owner: string | null
  readonly bytes: number
  readonly uploadedAt: number
  /** Where its bytes are on disk. */
  readonly location: string
}

/** Files of the environment: bytes under random names in `<dataDir>/files`, everything else in the database. */
export interface FileStore {
  find(path: string): StoredFile | undefined
  list(): StoredFile[]
  /** Takes bytes in and answers once they are on disk. A file of this name is replaced. */
  save(path: string, owner: string | null, content: Readable, now: number): Promise<void>
  /** Deletes; false when there was none. */
  remove(path: string): Promise<boolean>
}

/** Opens the files of a data folder and clears away what a crash left behind. Runs inside {@link Engine.write}. */
export function openFileStore(engine: Engine, dataDir: string): FileStore {
  const folder = join(dataDir, 'files')
  mkdirSync(folder, { recursive: true })
  engine.exec(
    'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, owner TEXT, bytes INTEGER NOT NULL, uploaded INTEGER NOT NULL, blob TEXT UNIQUE NOT NULL)',
  )
  removeOrphans(engine, folder)

  const toFile = (row: ReturnType<Engine['get']> & object): StoredFile => ({
    path: String(row.path),
    owner: row.owner === null ? null : String(row.owner),
    bytes: Number(row.bytes),
    uploadedAt: Number(row.uploaded),
    location: join(folder, String(row.blob)),
  })
  const find = (path: string) => {
    const row = engine.get('SELECT * FROM files WHERE path = ?', path)
    return row && toFile(row)
  }

  return {
    find,
    list: () => engine.all('SELECT * FROM files ORDER BY path').map(toFile),

    async save(path, owner, content, now) {
      const blob = randomUUID()
      const bytes = await writeBytes(folder, blob, content)
      const replaced = await engine.write(() => {
        const old = find(path)
        engine.run('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)', path, owner, bytes, now, blob)
        return old
      })
      if (replaced) rmSync(replaced.location, { force: true })
    },

    async remove(path) {
      const file = find(path)
      if (!file) return false
      await engine.write(() => engine.run('DELETE FROM files WHERE path = ?', path))
      rmSync(file.location, { force: true })
      return true
    },
  }
}

/**
 * Checks a cloud path: relative, without `..`, empty parts or control characters; nor `%`, `?`, `#`, which the SDK does
 * not escape in links.
 *
 * @throws PlatformError INVALID_PARAM
 */
export function checkPath(path: unknown): string {
  const wellFormed =
    typeof path === 'string' &&
    path.length <= 512 &&
    path.split('/').every((part) => /^[^\\%?#\p{Cc}]+$/u.test(part) && !/^\.+$/.test(part))
  if (!wellFormed)
    throw invalid('A cloud path must be relative, without empty or dotted parts, at most 512 characters.')
  return path
}

async function writeBytes(folder: string, blob: string, content: Readable): Promise<number> {
  const temporary = join(folder, `${blob}.part`)
  try {
    const file = await open(temporary, 'wx')
    try {
      let bytes = 0
      for await (const chunk of content.iterator({ destroyOnReturn: false })) {
        bytes += chunk.length
        if (bytes > MAX_FILE_BYTES)
          throw new PlatformError('EXCEED_REQUEST_SIZE_LIMIT', 'A file may hold at most 50 MB.')
        await file.write(chunk)
      }
      await file.sync()
      renameSync(temporary, join(folder, blob))
      syncFolder(folder)
      return bytes
    } finally {
      await file.close()
    }
  } catch (error) {
    rmSync(temporary, { force: true })
    if (error instanceof PlatformError) throw error
    throw writeFailure(error as NodeJS.ErrnoException)
  }
}

function writeFailure({ code }: NodeJS.ErrnoException): PlatformError {
  if (code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT') {
    return new PlatformError('RESOURCE_EXHAUSTED', 'The disk is full: the file was not stored.')
  }
  return new PlatformError(
    'STORAGE_REQUEST_FAIL',
    `The file was not stored (${code ?? 'upload ended early'}).`,
  )
}

/** Makes a rename durable; Windows keeps folders by itself and does not let them be opened. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** An upload that was not acknowledged before a crash has bytes but no row. */
function removeOrphans(engine: Engine, folder: string): void {
  const known = new Set(engine.all('SELECT blob FROM files').map(({ blob }) => blob))
  for (const name of readdirSync(folder)) if (!known.has(name)) rmSync(join(folder, name), { force: true })
}

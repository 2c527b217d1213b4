import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { dataFolderError, isDiskError, writeFailure } from './disk-errors'

/** Larger databases are not read through at every start; a damaged page of theirs is found when it is read. */
const CHECKED_BYTES = 64 * 1024 * 1024

const SETTINGS = 'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)'

type Parameter = string | number | Buffer | null
export type Row = Record<string, Parameter>

/** SQLite with prepared statements kept, and writes gathered so that many share one commit to disk. */
export interface Engine {
  all(sql: string, ...parameters: Parameter[]): Row[]
  get(sql: string, ...parameters: Parameter[]): Row | undefined
  run(sql: string, ...parameters: Parameter[]): { changes: number; lastInsertRowid: number | bigint }
  exec(sql: string): void
  /**
   * Runs `work` alone in a SQLite transaction with whatever else waits to be written, and answers once it is on disk.
   * Work that throws leaves nothing behind and does not disturb its neighbours.
   *
   * @param committed runs right after the commit, before anybody can read
   */
  write<R>(work: () => R, committed?: (result: R) => void): Promise<R>
  close(): void
}

interface Job {
  work(): unknown
  committed(result: unknown): void
  resolve(value: unknown): void
  reject(error: unknown): void
}

/**
 * Opens or creates `<dataDir>/database.sqlite`. Every acknowledged write has been synced to disk (WAL, FULL).
 *
 * @throws Error with one plain sentence when the file is not a database, is damaged or cannot be written
 */
export function openEngine(dataDir: string): Engine {
  const file = join(dataDir, 'database.sqlite')
  try {
    mkdirSync(dataDir, { recursive: true })
    return createEngine(openDatabase(file))
  } catch (error) {
    throw dataFolderError(dataDir, error)
  }
}

/** A database that is gone when it is closed: for tests, which need no disk. */
export function openMemoryEngine(): Engine {
  const database = new Database(':memory:')
  database.exec(SETTINGS)
  return createEngine(database)
}

function openDatabase(file: string): Database.Database {
  const database = new Database(file)
  // One process at a time; the operating system frees the lock of one that died.
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA cache_size = -65536')
  if (statSync(file).size <= CHECKED_BYTES) checkDatabase(database)
  database.exec(SETTINGS)
  return database
}

function checkDatabase(database: Database.Database): void {
  const [verdict] = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[]
  if (verdict?.quick_check !== 'ok') throw new Error('database disk image is malformed')
}

function createEngine(database: Database.Database): Engine {
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const queue: Job[] = []

  return {
    all: (sql, ...parameters) => prepare(sql).all(parameters) as Row[],
    // Never Statement.get(): libsql 0.5.29 answers it from where an earlier all() of the same statement stopped.
    get: (sql, ...parameters) => prepare(sql).all(parameters)[0] as Row | undefined,
    run: (sql, ...parameters) => prepare(sql).run(parameters),
    exec: (sql) => database.exec(sql),
    write: (work, committed = () => undefined) =>
      new Promise((resolve, reject) => {
        queue.push({ work, committed, resolve, reject } as Job)
        if (queue.length === 1) setImmediate(() => commitTogether(database, queue.splice(0)))
      }),
    close: () => {
      commitTogether(database, queue.splice(0))
      // close() alone keeps the lock of the file until the statements are garbage collected; it is given up by leaving
      // WAL, then asking for normal locking, then reading once.
      database.exec('PRAGMA journal_mode = DELETE')
      database.exec('PRAGMA locking_mode = NORMAL')
      database.prepare('SELECT COUNT(*) FROM settings').all()
      database.close()
    },
  }
}

/** One SQLite transaction over many jobs, each in a savepoint of its own; nobody is answered before the commit. */
function commitTogether(database: Database.Database, jobs: readonly Job[]): void {
  if (jobs.length === 0) return
  const answers: (() => void)[] = []
  try {
    database.exec('BEGIN IMMEDIATE')
    for (const job of jobs) answers.push(runInSavepoint(database, job))
    database.exec('COMMIT')
  } catch (error) {
    rollBack(database)
    for (const job of jobs) job.reject(writeFailure(error))
    return
  }
  for (const answer of answers) answer()
}

function runInSavepoint(database: Database.Database, job: Job): () => void {
  database.exec('SAVEPOINT job')
  try {
    const value = job.work()
    database.exec('RELEASE job')
    return () => {
      job.committed(value)
      job.resolve(value)
    }
  } catch (error) {
    if (isDiskError(error)) throw error
    database.exec('ROLLBACK TO job')
    database.exec('RELEASE job')
    return () => job.reject(error)
  }
}

function rollBack(database: Database.Database): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // SQLite has already rolled back by itself, as it does on a full disk.
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine } from '@nansha/localcloud/database/engine'
import { expect, it } from 'vitest'

// Killing a process never loses what it gave to the operating system, so that no test of kills can notice a missing sync;
// only a power cut would. This holds the settings by which SQLite syncs each commit to the disk.
it('every commit is synced to disk: WAL, synchronous FULL, one process at a time', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'engine-'))
  const engine = openEngine(dataDir)
  try {
    const setting = (name: string) => Object.values(engine.all(`PRAGMA ${name}`)[0] ?? {})[0]
    expect(['journal_mode', 'synchronous', 'locking_mode'].map(setting)).toEqual(['wal', 2, 'exclusive'])
    await engine.write(() => engine.run("INSERT INTO settings VALUES ('a', 'b')"))
    expect(['journal_mode', 'synchronous'].map(setting)).toEqual(['wal', 2])
  } finally {
    engine.close()
    rmSync(dataDir, { recursive: true })
  }
})

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openEngine } from './database/engine'

/** What localcloud and its environment keep in a data folder. Anything else in there is left alone. */
const OURS = [
  'database.sqlite',
  'database.sqlite-wal',
  'database.sqlite-shm',
  'database.sqlite-journal',
  'files',
  'secrets.json',
]

/**
 * Deletes the data of a local cloud that is not running.
 *
 * @returns what was there
 * @throws Error with one sentence when a localcloud is using the folder
 */
export function resetDataFolder(dataDir: string): string[] {
  const present = OURS.filter((name) => existsSync(join(dataDir, name)))
  if (present.includes('database.sqlite')) refuseInUse(dataDir)
  for (const name of OURS) rmSync(join(dataDir, name), { recursive: true, force: true })
  return present
}

function refuseInUse(dataDir: string): void {
  try {
    openEngine(dataDir).close()
  } catch (error) {
    // A damaged database is a reason to reset, not against it.
    if (/in use/.test((error as Error).message)) throw error
  }
}

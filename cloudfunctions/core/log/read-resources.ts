import type { LogResources, TrustEvent } from '@nansha/shared/api/trust'
import type { Database } from '../platform/database'
import { readCheckpoint, readTileAt } from './read-resource'

/** What is served over HTTP, for mini-programs; public, so that nothing is asked of the caller. */
export async function readResources(database: Database, { log }: TrustEvent): Promise<LogResources> {
  return { log: await Promise.all(log.map((path) => encoded(database, path))) }
}

async function encoded(database: Database, path: string): Promise<string | null> {
  const found = path === 'checkpoint' ? await readCheckpoint(database) : await readTileAt(database, path)
  return found === undefined ? null : Buffer.from(found).toString('base64url')
}

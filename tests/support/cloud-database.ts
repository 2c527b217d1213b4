import path from 'node:path'
import { openCloud } from '@nansha/core/platform/cloud'
import type { Database } from '@nansha/core/platform/database'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { platformEnvironment } from '@nansha/localcloud/platform-environment'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import { DEPLOY } from '#scripts/project-folders'
import { RECORD_KEYS } from './kept-database'

/** Runs `work` over the real wx-server-sdk on a localcloud of its own, without any function, with {@link RECORD_KEYS}. */
export async function withCloudDatabase<R>(
  dataDir: string,
  work: (database: Database) => Promise<R>,
): Promise<R> {
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: path.join(dataDir, 'no-functions'),
    deployDir: DEPLOY,
    functionsEnvironment: {},
  })
  try {
    Object.assign(process.env, platformEnvironment(`${cloud.url}/admin`))
    return await work(keepDatabase(openCloud().database, RECORD_KEYS))
  } finally {
    await cloud.close()
  }
}

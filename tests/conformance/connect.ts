import { randomBytes } from 'node:crypto'
import { startFixtureCloud } from '../support/local-cloud'
import { openSdkDatabase, sdk } from '../support/sdk'

/**
 * The environment that these assertions run against: a real CloudBase one when NANSHA_CLOUDBASE_ENV and Tencent Cloud
 * credentials are set, localcloud otherwise. The assertions are the same.
 *
 * A title that begins with "inferred" states what no public page says outright; the source it was inferred from stands
 * in the title. Such a test failing on the real platform means that localcloud has to change.
 */
export interface Environment {
  // biome-ignore lint/suspicious/noExplicitAny: the SDK's own API is what these tests exercise
  readonly db: any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly sdk: any
  /** Makes a collection with a fresh name. */
  collection(): Promise<string>
  /** Deletes what the tests have written. */
  close(): Promise<void>
}

export async function connect(): Promise<Environment> {
  const {
    NANSHA_CLOUDBASE_ENV: env,
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
  } = process.env
  return env && secretId && secretKey ? connectToPlatform(env, secretId, secretKey) : connectToLocalCloud()
}

async function connectToPlatform(env: string, secretId: string, secretKey: string): Promise<Environment> {
  sdk.init({ env, secretId, secretKey })
  const db = sdk.database()
  const created: string[] = []
  return {
    db,
    sdk,
    collection: () => createCollection(db, created),
    async close() {
      for (const name of created)
        await db
          .collection(name)
          .where({ _id: db.command.exists(true) })
          .remove()
    },
  }
}

async function connectToLocalCloud(): Promise<Environment> {
  const cloud = await startFixtureCloud()
  const db = openSdkDatabase()
  return { db, sdk, collection: () => createCollection(db, []), close: cloud.close }
}

async function createCollection(db: Environment['db'], created: string[]): Promise<string> {
  const name = `conformance_${randomBytes(6).toString('hex')}`
  await db.createCollection(name)
  created.push(name)
  return name
}

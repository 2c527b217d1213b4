import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Cloud, openCloud } from '@nansha/core/platform/cloud'
import type { Database, Stored } from '@nansha/core/platform/database'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { RECORD_KEY_NAMES, readRecordKeys } from '@nansha/core/records/record-keys'
import { CITIZEN_APP_ID, COMPANION_APP_ID } from '@nansha/localcloud/identity'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import type { Answer } from '@nansha/shared/api/answer'
import { FUNCTIONS_OUTPUT } from '#scripts/build-functions'
import { localEnvironment, OPERATOR } from '#scripts/local-environment'
import { DEPLOY } from '#scripts/project-folders'
import { COLLECTIONS } from './collections'
import { callAsClient, identity, uploadAsClient } from './http'
import { openRecords } from './kept-database'
import { pointSdkAt } from './local-cloud'

/** Beside other tests a function takes many times as long as on a machine of its own. */
export const TIME_LIMIT_FACTOR = 10

/** One account of one mini-program, calling as its user would. */
export interface Client {
  readonly appId: string
  readonly openId: string
  /** @throws Error when localcloud itself refuses the call; a coded refusal of the function is an answer */
  call<Result extends object>(name: string, event: object): Promise<Answer<Result>>
  /** @returns the file id; throws when the storage rules refuse */
  upload(cloudPath: string, content: Buffer): Promise<string>
}

export interface TestCloud {
  readonly url: string
  readonly dataDir: string
  /** Fires a timer now. */
  fire(functionName: string, timer: string): Promise<void>
  citizen(openId: string): Client
  staff(openId: string): Client
  readonly operator: Client
  /** Every record, opened, by collection; empty collections are left out. */
  records(): Promise<Record<string, Stored[]>>
  /** The same as it is stored, as a reader without keys sees it. */
  lying(): Promise<Record<string, Stored[]>>
  /** The database with all of its keys. */
  readonly database: Database
  /** How many files are stored, whosesoever. */
  fileCount(): Promise<number>
  /** The platform as a function sees it, through the real SDK. */
  readonly platform: Cloud
  /** Stops it and deletes its data folder. */
  stop(): Promise<void>
}

/**
 * Starts a localcloud with the built functions (`npm run build:functions`) on a new data folder.
 *
 * @param changes environment variables by function that differ from a laptop's
 * @param ownDataDir for a test whose servers need the keys in it first
 */
export async function startTestCloud(
  changes: Record<string, Record<string, string>> = {},
  functionsDir = FUNCTIONS_OUTPUT,
  ownDataDir?: string,
): Promise<TestCloud> {
  const dataDir = ownDataDir ?? (await mkdtemp(path.join(tmpdir(), 'nansha-test-')))
  const environment = await localEnvironment(dataDir, Date.now())
  for (const [name, variables] of Object.entries(changes)) {
    environment[name] = { ...environment[name], ...variables }
  }
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir,
    deployDir: DEPLOY,
    functionsEnvironment: environment,
    timeLimitFactor: TIME_LIMIT_FACTOR,
  })
  // By the clock they would fire in the middle of a test, every five minutes; tests fire them themselves.
  cloud.timers.close()
  pointSdkAt(cloud.url)
  const platform = openCloud()
  // Beyond any test: what a test calls itself may take as long as it takes.
  platform.begin({ time_limit_in_ms: 3_600_000 })
  const keys = readRecordKeys({ ...environment.verify, ...environment.wallet }, RECORD_KEY_NAMES)
  const client = (appId: string, openId: string) => createClient(cloud.url, appId, openId)
  return {
    url: cloud.url,
    dataDir,
    fire: (functionName, timer) => cloud.timers.fire(functionName, timer),
    citizen: (openId) => client(CITIZEN_APP_ID, openId),
    staff: (openId) => client(COMPANION_APP_ID, openId),
    operator: client(OPERATOR.appId, OPERATOR.openId),
    records: async () => openRecords(await readRecords(platform), keys),
    lying: () => readRecords(platform),
    database: keepDatabase(platform.database, keys),
    fileCount: async () => (await readdir(path.join(dataDir, 'files'))).length,
    platform,
    async stop() {
      await cloud.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function createClient(url: string, appId: string, openId: string): Client {
  const headers = identity(openId, appId)
  return {
    appId,
    openId,
    async call(name, event) {
      const { status, body } = await callAsClient(url, name, event, headers)
      if (status !== 200) throw new Error(`${body.code}: ${body.message}`)
      return body.result
    },
    async upload(cloudPath, content) {
      const { status, body } = await uploadAsClient(url, cloudPath, content, headers)
      if (status !== 200) throw new Error(`${body.code}: ${body.message}`)
      return body.fileID
    },
  }
}

async function readRecords({ database }: Cloud): Promise<Record<string, Stored[]>> {
  const found: Record<string, Stored[]> = {}
  for (const [name, collection] of COLLECTIONS) {
    const documents = await database.in(collection).find({}, { limit: 1000 })
    if (documents.length > 0) found[name] = documents
  }
  return found
}

/** 48 bytes of randomness for a phone's key. */
export const seed = (): Uint8Array => randomBytes(48)

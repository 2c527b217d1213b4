import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Cloud, openCloud } from '@nansha/core/platform/cloud'
import type { Stored } from '@nansha/core/platform/database'
import { platformEnvironment } from '@nansha/localcloud/platform-environment'
import { startLocalCloud } from '@nansha/localcloud/start-local-cloud'
import type { Answer } from '@nansha/shared/api/answer'
import { FUNCTIONS_OUTPUT } from '../../scripts/build-functions'
import { localEnvironment, OPERATOR } from '../../scripts/local-environment'

const repository = path.resolve(import.meta.dirname, '../..')
const deployDir = path.join(repository, 'cloudfunctions/deploy')

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
  /** Fires a timer now. */
  fire(functionName: string, timer: string): Promise<void>
  citizen(openId: string): Client
  staff(openId: string): Client
  readonly operator: Client
  /** Every document, by collection; empty collections are left out. */
  records(): Promise<Record<string, Stored[]>>
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
 */
export async function startTestCloud(
  changes: Record<string, Record<string, string>> = {},
  functionsDir = FUNCTIONS_OUTPUT,
): Promise<TestCloud> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-test-'))
  const environment = await localEnvironment(dataDir, Date.now())
  for (const [name, variables] of Object.entries(changes)) {
    environment[name] = { ...environment[name], ...variables }
  }
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir,
    deployDir,
    functionsEnvironment: environment,
  })
  // By the clock they would fire in the middle of a test, every five minutes; tests fire them themselves.
  cloud.timers.close()
  Object.assign(process.env, platformEnvironment(`${cloud.url}/admin`))
  const platform = openCloud()
  const client = (appId: string, openId: string) => createClient(cloud.url, appId, openId)
  return {
    url: cloud.url,
    fire: (functionName, timer) => cloud.timers.fire(functionName, timer),
    citizen: (openId) => client('wxcitizen0000000001', openId),
    staff: (openId) => client('wxverifier000000002', openId),
    operator: client(OPERATOR.appId, OPERATOR.openId),
    records: () => readRecords(platform),
    fileCount: async () => (await readdir(path.join(dataDir, 'files'))).length,
    platform,
    async stop() {
      await cloud.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function createClient(url: string, appId: string, openId: string): Client {
  const identity = { 'x-wx-appid': appId, 'x-wx-openid': openId }
  const request = async (method: string, target: string, type: string, body: string | Buffer) => {
    const headers = { ...identity, 'content-type': type }
    const response = await fetch(`${url}${target}`, { method, headers, body: body as BodyInit })
    const answer = (await response.json()) as { code?: string; message?: string }
    if (!response.ok) throw new Error(`${answer.code}: ${answer.message}`)
    return answer
  }
  return {
    appId,
    openId,
    async call<Result extends object>(name: string, event: object) {
      const answer = await request('POST', `/functions/${name}`, 'application/json', JSON.stringify(event))
      return (answer as { result: Answer<Result> }).result
    },
    async upload(cloudPath, content) {
      const target = `/files?path=${encodeURIComponent(cloudPath)}`
      const answer = await request('PUT', target, 'application/octet-stream', content)
      return (answer as { fileID: string }).fileID
    },
  }
}

async function readRecords({ database }: Cloud): Promise<Record<string, Stored[]>> {
  const collections = JSON.parse(await readFile(path.join(deployDir, 'collections.json'), 'utf8')) as {
    name: string
  }[]
  const found: Record<string, Stored[]> = {}
  for (const { name } of collections) {
    const documents = await database.collection<Stored>(name).find({}, { limit: 1000 })
    if (documents.length > 0) found[name] = documents
  }
  return found
}

/** 48 bytes of randomness for a phone's key. */
export const seed = (): Uint8Array => randomBytes(48)

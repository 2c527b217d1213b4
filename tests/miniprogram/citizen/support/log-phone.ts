import type { LogResources } from '@nansha/shared/api/trust'
import type { Issuances } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { decodeBase64url } from '@nansha/shared/encoding/base64url'
import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import type { LogEntry } from '@nansha/shared/log/entry'
import { expect } from 'vitest'
import { createFormerHead } from '#citizen/log/former-head'
import { createKeptLog } from '#citizen/log/kept-log'
import { createLogSource } from '#citizen/log/log-source'
import { acknowledge, readIssuances } from '#citizen/log/read-issuances'
import { createTrustReader } from '#citizen/trust/trust-reader'
import { createDocumentSession } from '#citizen/wallet/document-session'
import { createWalletSession } from '#citizen/wallet/wallet-session'
import { forgeLog, issueToLog, logEntry, queuedEntries } from '#support/log'
import { ROOTS } from '#support/trust'
import { createMemoryStorage } from '../../support/memory-storage'
import { createDeployment, type Deployment, logSigner } from './deployment'

/** What an operator may do to the answers before the phone sees them. */
interface Twists {
  readonly wallet?: (answer: Issuances) => Issuances
  readonly log?: (path: string, resource: string | null) => string | null
}

/** A citizen's phone that looks at the issuance log of a deployment in memory. */
export async function createLogPhone() {
  const deployment = await createDeployment()
  const [jws = ''] = deployment.credential.split('~')
  const app = await createApp(deployment)
  const { wallet, ports } = app

  return {
    deployment,
    ports,
    documents: app.documents,
    storage: app.storage,
    keptLog: ports.keptLog,
    /** The issuer-signed part of the credential on this phone. */
    jws,
    /** SHA-256 of it, base64url. */
    own: digestText(jws),
    /** Paths of the log that were fetched, in order. */
    asked: app.asked,
    /** What the server says, untwisted. */
    answer: () => wallet.client.fetchIssuances(),
    look: (twisted: Twists = {}) => {
      app.twist(twisted)
      return readIssuances(ports)
    },
    acknowledge: (credential: string) => acknowledge(ports, credential),
    publish: () => deployment.publish(),
    ...createOperator(deployment),
    /** Another entry of the own number, which this phone never got. */
    async foreignEntry(credential = 'of another phone'): Promise<LogEntry> {
      const { subject } = await wallet.client.fetchIssuances()
      return { ...logEntry(credential), subject: decodeBase64url(subject) ?? new Uint8Array(0) }
    },
  }
}

/** The app's own parts over a storage and a line in memory; what arrives may be twisted. */
async function createApp(deployment: Deployment) {
  const storage = createMemoryStorage()
  const now = () => deployment.clock.now
  const { ask, asked, twist, twistWallet } = createLine(deployment)
  const wallet = createWalletSession({
    ask,
    storage,
    now,
    randomBytes: async (length) => crypto.getRandomValues(new Uint8Array(length)),
  })
  await wallet.load()
  await wallet.keep({ key: deployment.key, credential: deployment.credential })
  const documents = createDocumentSession({ storage, wallet, now })
  const fetchIssuances = async () => twistWallet(await wallet.client.fetchIssuances())
  const ports = {
    wallet: { ...wallet, client: { ...wallet.client, fetchIssuances } },
    trust: createTrustReader({
      storage,
      pinned: ROOTS.map(({ publicJwk }) => publicJwk),
      fetchTrustList: wallet.client.fetchTrustList,
      now,
    }),
    source: createLogSource(ask),
    keptLog: createKeptLog(storage),
    formerHead: createFormerHead(storage),
    ownDocuments: documents.logged,
    now,
  }
  return { wallet, storage, documents, ports, asked, twist }
}

/** Between phone and cloud. */
function createLine(deployment: Deployment) {
  const asked: string[] = []
  let twists: Twists = {}
  return {
    asked,
    async ask<Result>(_name: string, event: object) {
      const answer = (await deployment.answer(event)) as { ok: boolean; code: never; details: never }
      if (!answer.ok) throw new NanshaError(answer.code, answer.details)
      const paths = (event as { log?: string[] }).log
      if (!paths) return answer as Result
      asked.push(...paths)
      const { log } = answer as unknown as LogResources
      return {
        log: log.map((resource, at) => twists.log?.(paths[at] ?? '', resource) ?? resource),
      } as Result
    },
    twistWallet: (answer: Issuances) => twists.wallet?.(answer) ?? answer,
    twist(twisted: Twists) {
      twists = twisted
    },
  }
}

/** What happens to the log elsewhere. */
function createOperator(deployment: Deployment) {
  return {
    /** Issues to somebody else, or to the own subject, and publishes. */
    async issue(...entries: LogEntry[]) {
      for (const entry of entries) await issueToLog(deployment.database, entry)
      await deployment.publish()
    },
    /** The entry of the credential on this phone, before it was published. */
    ownEntry(): LogEntry {
      const [own] = queuedEntries(deployment.database)
      if (!own) throw new Error('Nothing waits for the sequencer.')
      return own
    },
    /** From now on the phone is shown another log, of these entries and rightly signed. */
    async show(entries: readonly LogEntry[]) {
      const seconds = unixSeconds(deployment.clock.now)
      deployment.logDatabase = await forgeLog(entries, seconds, logSigner)
    },
  }
}

export type LogPhone = Awaited<ReturnType<typeof createLogPhone>>

/** A contradiction of the log, by the name of the check that failed. */
export function contradiction(check: string) {
  return expect.objectContaining({ code: 'LOG_INVALID', details: expect.objectContaining({ check }) })
}

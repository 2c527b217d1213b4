import { createRequire } from 'node:module'
import { createDatabase } from '@nansha/core/platform/create-database'
import type { Database, Stored } from '@nansha/core/platform/database'
import type { SdkDatabase } from '@nansha/core/platform/sdk-database'
import { databaseActions } from '@nansha/localcloud/admin/database-actions'
import { createAdminHandler } from '@nansha/localcloud/admin/handle-admin'
import { type Engine, openMemoryEngine } from '@nansha/localcloud/database/engine'
import { openStoreIn, type Store } from '@nansha/localcloud/database/store'
import { readDeployment } from '@nansha/localcloud/deployment'
import { PlatformError } from '@nansha/localcloud/platform-error'
import { DEPLOY } from '#scripts/project-folders'

const { collections } = readDeployment(DEPLOY)

/** The serialiser inside wx-server-sdk; the same module as the SDK's, which is CommonJS. */
// biome-ignore lint/suspicious/noExplicitAny: its types do not pass strict TypeScript
const { Db } = createRequire(import.meta.url)('@cloudbase/database') as any

let requests = 0

type Send = (action: string, parameters?: object) => Promise<object>

/** Every request of a `Db` goes to the store that its configuration names. */
Db.reqClass = class {
  readonly send: Send

  constructor({ send }: { send: Send }) {
    this.send = send
  }
}

/**
 * The real database for services tested without a cloud: the facade over the SDK's serialiser over the store of
 * localcloud, in memory and without HTTP. Collections, unique indexes, limits, conflicts and refusals are those of
 * `cloudfunctions/deploy` and of localcloud.
 *
 * @param engine another one where records must outlive the process
 */
export function createMemoryDatabase(
  engine: Engine = openMemoryEngine(),
): Database & { dump(): Record<string, Stored[]> } {
  let store: Store | undefined
  const opened = openStoreIn(engine, []).then((ready) => {
    store = ready
    return { ...ready, handle: createAdminHandler(databaseActions(ready), () => new Date()) }
  })
  const send: Send = async (action, parameters = {}) => {
    const { handle, catalogue, engine } = await opened
    // Making all collections would take longer than most tests: each is made when it is first named.
    const definition = collections.find(
      ({ name }) => name === (parameters as { collectionName?: string }).collectionName,
    )
    if (definition && !catalogue.names().includes(definition.name))
      await engine.write(() => catalogue.ensure([definition], () => undefined))
    // Each request as a caller of its own: what belongs to a transaction says so itself.
    const call = { authorization: `Credential=${++requests}`, source: 'test', origin: '' }
    try {
      return { requestId: 'memory', ...(await handle({ ...call, body: { ...asSent(parameters), action } })) }
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      throw Object.assign(new Error(`${error.code}: ${error.message}`), { code: error.code })
    }
  }
  return { ...createDatabase(toSdk(new Db({ send })), { timeLeft: () => 10_000 }), dump: () => dump(store) }
}

/** JSON has no undefined: such a parameter is not sent. */
function asSent(parameters: object): object {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined))
}

function dump(store: Store | undefined): Record<string, Stored[]> {
  if (!store) return {}
  const all = { query: {}, order: {}, offset: 0, limit: Number.POSITIVE_INFINITY, projection: {} }
  const found = store.catalogue
    .names()
    .map((name) => [name, store.find(name, all) as unknown as Stored[]] as const)
  return Object.fromEntries(found.filter(([, documents]) => documents.length > 0))
}

/** The names and results that wx-server-sdk gives the database inside it. */
// biome-ignore lint/suspicious/noExplicitAny: as above
function toSdk(db: any): SdkDatabase {
  return {
    command: db.command,
    collection: (name) => collection(db.collection(name)),
    async startTransaction() {
      const transaction = await db.startTransaction()
      return {
        collection: (name) => collection(transaction.collection(name)),
        commit: () => transaction.commit(),
        rollback: () => transaction.rollback(),
      }
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
function collection(of: any): ReturnType<SdkDatabase['collection']> {
  return {
    add: ({ data }) => of.add(data),
    where: (query) => matching(of.where(query)),
    doc(id) {
      const document = of.doc(id)
      return {
        async get() {
          const { data } = await document.get()
          return { data: Array.isArray(data) ? (data[0] ?? null) : data }
        },
        set: ({ data }) => document.set(data),
        update: async ({ data }) => ({ stats: await document.update(data) }),
        remove: async () => ({ stats: { removed: (await document.remove()).deleted } }),
      }
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
function matching(query: any): ReturnType<ReturnType<SdkDatabase['collection']>['where']> {
  return {
    orderBy: (field, way) => matching(query.orderBy(field, way)),
    skip: (count) => matching(query.skip(count)),
    limit: (count) => matching(query.limit(count)),
    get: () => query.get(),
    count: () => query.count(),
    update: async ({ data }) => ({ stats: await query.update(data) }),
    remove: async () => ({ stats: { removed: (await query.remove()).deleted } }),
  }
}

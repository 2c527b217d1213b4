import { randomBytes } from 'node:crypto'
import { databaseActions } from './admin/database-actions'
import { functionActions } from './admin/function-actions'
import { createAdminHandler } from './admin/handle-admin'
import { fileIdPrefix, storageActions } from './admin/storage-actions'
import type { Store } from './database/store'
import type { Deployment } from './deployment'
import { openFileStore } from './files/file-store'
import { createUrlSigner } from './files/signed-url'
import { createRunningCalls } from './functions/call-context'
import { createCallLog } from './functions/call-log'
import { createFunctions, type Functions } from './functions/functions'
import type { Route } from './http/route'
import { serveAdmin } from './http/serve-admin'
import { serveDatabase } from './http/serve-database'
import { serveFiles } from './http/serve-files'
import { serveFolder } from './http/serve-folder'
import { serveFunctions } from './http/serve-functions'
import { serveHttpFunction } from './http/serve-http-function'
import { inspectorRoutes } from './inspector/serve-inspector'
import { ENVIRONMENT, platformEnvironment } from './platform-environment'
import { compileRule } from './rules/compile-rule'

import { startTimers } from './timers/timers'

/** Puts the parts of the cloud together over an open database. */
export async function assembleCloud(
  options: LocalCloudOptions,
  deployment: Deployment,
  store: Store,
  url: string,
) {
  const now = options.now ?? Date.now
  const calls = createRunningCalls()
  const log = createCallLog(now)
  const files = await store.engine.write(() => openFileStore(store.engine, options.dataDir))
  const signer = createUrlSigner(await urlSecret(store))
  const functions = createFunctions({
    functionsDir: options.functionsDir,
    definitions: deployment.functions,
    environment: options.functionsEnvironment,
    platformEnvironment: platformEnvironment(`${url}/admin`),
    timeLimitFactor: options.timeLimitFactor ?? 1,
    calls,
    log,
  })
  const timers = startTimers(options.functionsDir, functions, now)
  const actions = {
    ...databaseActions(store),
    ...storageActions(files, signer, ENVIRONMENT),
    ...functionActions(functions, calls),
  }
  const fileRoute = serveFiles({
    files,
    signer,
    mayWrite: compileRule(deployment.storageRules.write, 'storage-rules.json: write'),
    fileIdPrefix: fileIdPrefix(ENVIRONMENT),
    now,
  })
  const handleAdmin = createAdminHandler(actions, () => new Date(now()))
  const routes = new Map<string, Route>([
    ['/admin', serveAdmin(handleAdmin, url)],
    ['/database', serveDatabase(handleAdmin, collectionRules(deployment), url)],
    ['/functions/', serveFunctions(functions, functionRules(deployment))],
    ['/files', fileRoute],
    ['/files/', fileRoute],
    ...httpFunctions(deployment, functions, now),
    ...inspectorRoutes({ store, files, functions, timers, log }),
    ...Object.entries(options.mounts ?? {}).map(mount),
  ])
  return { routes, functions, timers }
}

function functionRules({ functionRules: rules }: Deployment) {
  const compiled = Object.entries(rules).map(
    ([name, { invoke }]) => [name, compileRule(invoke, `function-rules.json: ${name}`)] as const,
  )
  return new Map(compiled)
}

function collectionRules({ collections }: Deployment) {
  const compiled = collections.map(({ name, rules: { read, write } }) => {
    const where = `collections.json: ${name}`
    return [name, { read: compileRule(read, where), write: compileRule(write, where) }] as const
  })
  return new Map(compiled)
}

function httpFunctions(
  { functions: definitions }: Deployment,
  functions: Functions,
  now: () => number,
): [string, Route][] {
  return definitions.flatMap(({ name, httpPath }): [string, Route][] => {
    if (httpPath === undefined) return []
    const route = serveHttpFunction(functions, name, httpPath, now)
    return [
      [httpPath, route],
      [`${httpPath}/`, route],
    ]
  })
}

function mount([path, target]: [string, string | Route]): [string, Route] {
  return [path, typeof target === 'string' ? serveFolder(target, path) : target]
}

/** Signs links to files; made once, so that links survive a restart. */
async function urlSecret({ engine }: Store): Promise<string> {
  await engine.write(() =>
    engine.run(
      "INSERT OR IGNORE INTO settings VALUES ('urlSecret', ?)",
      randomBytes(32).toString('base64url'),
    ),
  )
  return String(engine.get("SELECT value FROM settings WHERE name = 'urlSecret'")?.value)
}

/** Where things are and what functions get. */
export interface LocalCloudOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Everything that lasts: database and files. Made when missing. */
  readonly dataDir: string
  /** Built bundles: `<functionsDir>/<name>/index.js`. */
  readonly functionsDir: string
  /** The checked-in `cloudfunctions/deploy`. */
  readonly deployDir: string
  /** Settings and secrets of each function, by its name. */
  readonly functionsEnvironment: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Folders or handlers by path, each path ending with `/`. */
  readonly mounts?: Readonly<Record<string, string | Route>>
  /**
   * How many times as long as deployed a function may run; 1 when left out. For a machine whose processors many share: tests of what
   * functions do must not end because of how long it took.
   */
  readonly timeLimitFactor?: number
  /** Milliseconds since 1970; tests pass their own. */
  readonly now?: () => number
}

import { randomBytes } from 'node:crypto'
import { databaseActions } from './admin/database-actions'
import { functionActions } from './admin/function-actions'
import { createAdminHandler } from './admin/handle-admin'
import { fileIdPrefix, storageActions } from './admin/storage-actions'
import { openStore, type Store } from './database/store'
import { type Deployment, readDeployment } from './deployment'
import { openFileStore } from './files/file-store'
import { createUrlSigner } from './files/signed-url'
import { createRunningCalls } from './functions/call-context'
import { createCallLog } from './functions/call-log'
import { createFunctions, type Functions } from './functions/functions'
import { listen, type Route } from './http/listen'
import { serveAdmin } from './http/serve-admin'
import { serveFiles } from './http/serve-files'
import { serveFolder } from './http/serve-folder'
import { serveFunctions } from './http/serve-functions'
import { serveHttpFunction } from './http/serve-http-function'
import { inspectorRoutes } from './inspector/serve-inspector'
import { ENVIRONMENT, platformEnvironment, refuseProduction } from './platform-environment'
import { compileRule } from './rules/compile-rule'
import { startTimers, type Timers } from './timers/timers'

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
  /** Milliseconds since 1970; tests pass their own. */
  readonly now?: () => number
}

/** A running cloud. */
export interface LocalCloud {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string
  readonly timers: Timers
  readonly functions: Functions
  /** Answers when everything acknowledged is on disk and the port is free again. */
  close(): Promise<void>
}

/**
 * Starts WeChat Cloud Development on this machine, reachable from this machine alone.
 *
 * @throws Error with one plain sentence: production environment, busy port, damaged or locked data folder, malformed
 *   deploy file
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  refuseProduction(process.env)
  const deployment = readDeployment(options.deployDir)
  const store = await openStore(options.dataDir, deployment.collections)
  try {
    const listener = await listen(options.port)
    try {
      const url = `http://127.0.0.1:${listener.port}`
      const { routes, functions, timers } = await assemble(options, deployment, store, url)
      listener.serve(routes)
      return {
        url,
        timers,
        functions,
        async close() {
          timers.close()
          await listener.close()
          functions.close()
          store.close()
        },
      }
    } catch (error) {
      await listener.close()
      throw error
    }
  } catch (error) {
    store.close()
    throw error
  }
}

async function assemble(options: LocalCloudOptions, deployment: Deployment, store: Store, url: string) {
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
  const routes = new Map<string, Route>([
    [
      '/admin',
      serveAdmin(
        createAdminHandler(actions, () => new Date(now())),
        url,
      ),
    ],
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

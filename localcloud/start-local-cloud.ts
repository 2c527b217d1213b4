import { assembleCloud } from './assemble-cloud'
import { openStore } from './database/store'
import { readDeployment } from './deployment'
import type { Functions } from './functions/functions'
import { listen, type Route } from './http/listen'
import { refuseProduction } from './platform-environment'
import type { Timers } from './timers/timers'

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
      const { routes, functions, timers } = await assembleCloud(options, deployment, store, url)
      listener.serve(routes)
      return {
        url,
        timers,
        functions,
        async close() {
          timers.close()
          await listener.close()
          await functions.close()
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

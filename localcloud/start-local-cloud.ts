import { assembleCloud, type LocalCloudOptions } from './assemble-cloud'
import { openStore } from './database/store'
import { readDeployment } from './deployment'
import type { Functions } from './functions/functions'
import { listen } from './http/listen'
import { refuseProduction } from './platform-environment'
import type { Timers } from './timers/timers'

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

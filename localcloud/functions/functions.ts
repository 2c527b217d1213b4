import { randomUUID } from 'node:crypto'
import { PlatformError } from '../platform-error'
import { type CallContext, callEnvironment, type RunningCalls } from './call-context'
import { createPools, type PoolsOptions } from './pools'

const MAX_EVENT_BYTES = 100 * 1024
const MAX_RESULT_BYTES = 6 * 1024 * 1024

/** The deployed functions. */
export interface Functions {
  /** Calls a function with a JSON event and answers its JSON result with the id under which its log is kept. */
  call(name: string, event: string, context: CallContext): Promise<{ requestId: string; result: string }>
  /** True when a bundle of this name is built. */
  exists(name: string): boolean
  /** The number of instances of each function that has any. */
  instances(): Record<string, number>
  /** Ends every instance; answers when none of their processes is left. */
  close(): Promise<void>
}

export interface FunctionsOptions extends PoolsOptions {
  readonly calls: RunningCalls
}

export function createFunctions(options: FunctionsOptions): Functions {
  const pools = createPools(options)

  return {
    async call(name, event, context) {
      if (Buffer.byteLength(event) > MAX_EVENT_BYTES) {
        throw new PlatformError(
          'EXCEED_REQUEST_SIZE_LIMIT',
          'The event is larger than 100 kB: upload files instead.',
        )
      }
      const pool = pools.of(name)
      const requestId = randomUUID()
      const token = options.calls.begin(context)
      options.log.begin(requestId, name, context.source)
      try {
        const result = await pool.invoke({ requestId, environment: callEnvironment(context, token), event })
        if (Buffer.byteLength(result) > MAX_RESULT_BYTES) {
          throw new PlatformError('FUNCTIONS_EXECUTE_FAIL', `The result of ${name} is larger than 6 MB.`)
        }
        options.log.end(requestId, null)
        return { requestId, result }
      } catch (error) {
        options.log.end(requestId, error as Error)
        throw error
      } finally {
        options.calls.end(token)
      }
    },
    exists: pools.exists,
    instances: pools.sizes,
    close: pools.close,
  }
}

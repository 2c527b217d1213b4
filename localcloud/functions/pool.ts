import { PlatformError } from '../platform-error'
import type { FunctionSettings } from './function-failures'
import { createIdleInstances } from './idle-instances'
import type { Instance, Invocation } from './instance'

/** All instances of one function together may take this much; it bounds how far the function scales. */
const POOL_MEGABYTES = 2048
const MOST_INSTANCES = 8

/** The instances of one function: one call each at a time, more of them under load, fewer after it. */
export interface Pool {
  invoke(invocation: Invocation): Promise<string>
  /** How many instances there are; calls in excess wait. */
  size(): number
  /** Ends instances as soon as their calls are answered, for the bundle has changed. */
  retire(): void
  /** Ends all of them now; their calls fail. Answers when none of their processes is left. */
  close(): Promise<void>
}

interface Waiting {
  start(instance: Instance): void
  refuse(error: PlatformError): void
}

export function createPool(settings: FunctionSettings, start: () => Instance): Pool {
  const most = Math.max(1, Math.min(MOST_INSTANCES, Math.floor(POOL_MEGABYTES / settings.memorySize)))
  const busy = new Set<Instance>()
  const leaving = new Set<Promise<void>>()
  const queue: Waiting[] = []
  let count = 0
  let retired = false

  const stop = (instance: Instance) => {
    const gone = instance.stop().finally(() => leaving.delete(gone))
    leaving.add(gone)
  }
  const end = (instance: Instance) => {
    count--
    stop(instance)
  }
  const idle = createIdleInstances(end)
  const claim = (): Instance | undefined => {
    const ready = idle.take()
    if (ready) return ready
    if (count >= most) return undefined
    const instance = start()
    count++
    return instance
  }
  const release = (instance: Instance) => {
    if (!instance.alive() || retired) end(instance)
    const next = queue.shift()
    if (next) {
      const ready = instance.alive() && !retired ? instance : claim()
      if (ready) return next.start(ready)
      queue.unshift(next)
    } else if (instance.alive()) idle.add(instance)
  }
  const run = async (instance: Instance, invocation: Invocation) => {
    busy.add(instance)
    try {
      return await instance.invoke(invocation)
    } finally {
      busy.delete(instance)
      release(instance)
    }
  }

  return {
    size: () => count,
    invoke(invocation) {
      const instance = claim()
      if (instance) return run(instance, invocation)
      return new Promise((resolve, reject) => {
        queue.push({ start: (free) => run(free, invocation).then(resolve, reject), refuse: reject })
      })
    },
    retire() {
      retired = true
      idle.endAll()
    },
    async close() {
      this.retire()
      const stopped = new PlatformError('FUNCTIONS_REQUEST_FAIL', 'localcloud was stopped.')
      for (const { refuse } of queue.splice(0)) refuse(stopped)
      for (const instance of busy) stop(instance)
      await Promise.all(leaving)
    },
  }
}

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
  const instances = createInstances(most, start)
  const idle = createIdleInstances(instances.end)
  const busy = new Set<Instance>()
  const queue: Waiting[] = []
  let retired = false

  const claim = () => idle.take() ?? instances.start()
  const release = (instance: Instance) => {
    if (!instance.alive() || retired) instances.end(instance)
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
    size: instances.size,
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
      for (const instance of busy) instances.stop(instance)
      await instances.allGone()
    },
  }
}

/** Starts instances while there are fewer than may be, and knows which of those that were ended still have a process. */
function createInstances(most: number, startOne: () => Instance) {
  const leaving = new Set<Promise<void>>()
  let count = 0
  const stop = (instance: Instance) => {
    const gone = instance.stop().finally(() => leaving.delete(gone))
    leaving.add(gone)
  }
  return {
    size: () => count,
    start(): Instance | undefined {
      if (count >= most) return undefined
      const instance = startOne()
      count++
      return instance
    },
    /** Makes room for another one. */
    end(instance: Instance) {
      count--
      stop(instance)
    },
    stop,
    allGone: () => Promise.all(leaving),
  }
}

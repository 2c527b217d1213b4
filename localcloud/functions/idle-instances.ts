import type { Instance } from './instance'

/** An instance without work is ended after this time, as the platform reclaims containers. */
const IDLE_MILLISECONDS = 60_000

/** Instances that wait for work, each until its time is over. */
export interface IdleInstances {
  add(instance: Instance): void
  /** Takes the one that worked last; those that died in the meantime are ended. */
  take(): Instance | undefined
  endAll(): void
}

/** @param end is called with each instance that leaves without work */
export function createIdleInstances(end: (instance: Instance) => void): IdleInstances {
  const timers = new Map<Instance, NodeJS.Timeout>()
  const remove = (instance: Instance) => {
    clearTimeout(timers.get(instance))
    timers.delete(instance)
  }
  const endIdle = (instance: Instance) => {
    remove(instance)
    end(instance)
  }

  return {
    add(instance) {
      timers.set(
        instance,
        setTimeout(() => endIdle(instance), IDLE_MILLISECONDS),
      )
    },
    take() {
      for (const instance of [...timers.keys()].reverse()) {
        if (!instance.alive()) endIdle(instance)
        else {
          remove(instance)
          return instance
        }
      }
      return undefined
    },
    endAll() {
      for (const instance of [...timers.keys()]) endIdle(instance)
    },
  }
}

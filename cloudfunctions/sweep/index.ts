import { createStorageRoot } from '@nansha/core/enrol/uploads'
import { answer } from '@nansha/core/function/answer'
import { isTimerCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { type SweepPorts, sweep } from '@nansha/core/sweep/sweep'
import { NanshaError } from '@nansha/shared/errors'

const cloud = openCloud()
const ports: SweepPorts = {
  database: cloud.database,
  files: cloud.files,
  storageRoot: createStorageRoot(cloud.files),
  now: Date.now,
}

/** Retention; started by the timer in config.json and by nothing else. */
export function main() {
  const caller = cloud.caller()
  return answer(Date.now, async () => {
    if (!isTimerCall(caller)) throw new NanshaError('CALLER_FORBIDDEN')
    return { swept: await sweep(ports) }
  })
}

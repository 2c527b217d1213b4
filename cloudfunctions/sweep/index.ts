import { createStorageRoot } from '@nansha/core/enrol/uploads'
import { answer } from '@nansha/core/function/answer'
import { publishHead } from '@nansha/core/issuance-log/publish-head'
import { readIssuer } from '@nansha/core/keys/read-issuer'
import { readSigner } from '@nansha/core/keys/signer'
import { isTimerCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { type PublishPorts, publishStatusLists } from '@nansha/core/status/publish-status-lists'
import { type SweepPorts, sweep } from '@nansha/core/sweep/sweep'
import { NanshaError } from '@nansha/shared/errors'

const cloud = openCloud()
const ports: SweepPorts & PublishPorts = {
  database: cloud.database,
  files: cloud.files,
  storageRoot: createStorageRoot(cloud.files),
  now: Date.now,
  signer: readSigner(process.env, 'NANSHA_ISSUER_KEY'),
  issuerUrl: readIssuer(process.env).issuerUrl,
}

/** Retention and publication; started by the timer in config.json and by nothing else. */
export function main() {
  const caller = cloud.caller()
  return answer(Date.now, async () => {
    if (!isTimerCall(caller)) throw new NanshaError('CALLER_FORBIDDEN')
    // Publication first: a freeze must not wait for a deletion that fails.
    const published = await publishStatusLists(ports)
    await publishHead(ports)
    return { published, swept: await sweep(ports) }
  })
}

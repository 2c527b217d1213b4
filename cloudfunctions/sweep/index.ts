import { publishHead } from '@nansha/core/credential/publish-head'
import { type PublishPorts, publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import { readSigner } from '@nansha/core/crypto/signer'
import { answer } from '@nansha/core/function/answer'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { isTimerCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { createStorageRoot } from '@nansha/core/platform/storage-root'
import { sweep } from '@nansha/core/sweep/sweep'
import type { SweepPorts } from '@nansha/core/sweep/sweep-ports'
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
    // Neither waits for the other: a freeze is published and a photo deleted whatever else is broken.
    const [publishing, sweeping] = [publish(), sweep(ports)]
    await Promise.allSettled([publishing, sweeping])
    return { published: await publishing, swept: await sweeping }
  })
}

/** The log's head does not wait for a status list that cannot be signed. */
async function publish(): Promise<number> {
  const [lists, head] = [publishStatusLists(ports), publishHead(ports)]
  await Promise.allSettled([lists, head])
  await head
  return lists
}

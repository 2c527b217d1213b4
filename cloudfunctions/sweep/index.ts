import { createRemoteSigner } from '@nansha/core/clients/remote-signer'
import { type PublishPorts, publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import { ONLINE } from '@nansha/core/credential/status-series'
import { createLogSigner } from '@nansha/core/crypto/log-signer'
import { secretKey } from '@nansha/core/crypto/secret-key'
import { createAnswer } from '@nansha/core/function/answer'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog } from '@nansha/core/function/record-invocation'
import type { LogPorts } from '@nansha/core/log/log-state'
import { publishChainHead } from '@nansha/core/log/publish-chain-head'
import { sequenceLog } from '@nansha/core/log/sequence-log'
import { isTimerCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { createStorageRoot } from '@nansha/core/platform/storage-root'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import { sweep } from '@nansha/core/sweep/sweep'
import type { SweepPorts } from '@nansha/core/sweep/sweep-ports'
import { NanshaError } from '@nansha/shared/errors'
import { logOrigin } from '@nansha/shared/log/log-origin'
import * as v from 'valibot'

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('sweep'))
const { issuerUrl } = readIssuer(process.env)
const ports: SweepPorts & PublishPorts & LogPorts = {
  // Unchecked: what is past its time is deleted, even if it was not written by this cloud.
  database: cloud.database,
  vouched: keepDatabase(cloud.database, readRecordKeys(process.env, ['record'])),
  files: cloud.files,
  storageRoot: createStorageRoot(cloud.files),
  now: Date.now,
  signer: createRemoteSigner(cloud.callFunction, 'sweep', process.env, Date.now),
  issuerUrl,
  logSigner: createLogSigner(logOrigin(issuerUrl), secretKey(process.env, 'NANSHA_LOG_KEY')),
}

const EveryMinute = v.object({ TriggerName: v.literal('every-minute') })

/** The log each minute, retention and publication every five; started by the timers in config.json and by nothing else. */
export function main(event: unknown, context: unknown) {
  const caller = cloud.begin(context)
  return answer(context, async (invocation) => {
    if (!isTimerCall(caller)) throw new NanshaError('CALLER_FORBIDDEN')
    invocation.action = v.is(EveryMinute, event) ? 'sequence-log' : 'sweep'
    if (invocation.action === 'sequence-log') return { sequenced: await sequenceLog(ports) }
    // None waits for another: a freeze is published and a photo deleted whatever else is broken.
    const [publishing, sweeping] = [publishStatusLists(ports), sweep(ports)]
    const online = publishStatusLists(ports, ONLINE)
    const rounds = await Promise.allSettled([publishing, sweeping, online, publishChainHead(ports)])
    for (const round of rounds) if (round.status === 'rejected') throw round.reason
    return { published: await publishing, swept: await sweeping }
  })
}

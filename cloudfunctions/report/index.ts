import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { createAnswer } from '@nansha/core/function/answer'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog } from '@nansha/core/function/record-invocation'
import { isTimerCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { createStorageRoot } from '@nansha/core/platform/storage-root'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import { chooseReports } from '@nansha/core/report/choose-reports'
import { reconcile } from '@nansha/core/report/reconcile-day'
import type { ReportPorts } from '@nansha/core/report/report-ports'
import { sendReports } from '@nansha/core/report/send-reports'
import { readTrustList } from '@nansha/core/trust/read-trust-list'
import { NanshaError } from '@nansha/shared/errors'
import { issuerByUrl } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('report'))
const { issuerUrl } = readIssuer(process.env)
const receiver = issuerByUrl(readTrustList(process.env).list, issuerUrl)?.receiver
const ports: ReportPorts | undefined = receiver && {
  database: keepDatabase(cloud.database, readRecordKeys(process.env, ['guest', 'stay'])),
  now: Date.now,
  reports: chooseReports(process.env, {
    issuerUrl,
    receiver,
    now: Date.now,
    verifySignature: createWebCryptoVerifier(),
    files: cloud.files,
    storageRoot: createStorageRoot(cloud.files),
    randomId,
    fetch,
  }),
}

const EveryNight = v.object({ TriggerName: v.literal('every-night') })
/** functions.json gives it a minute. */
const TIME_LIMIT_MS = 60_000

/** Sends reports each minute and compares each night; started by the timers in config.json and by nothing else. */
export function main(event: unknown, context: unknown) {
  const caller = cloud.begin(context)
  const started = Date.now()
  return answer(context, async (invocation) => {
    if (!isTimerCall(caller)) throw new NanshaError('CALLER_FORBIDDEN')
    invocation.action = v.is(EveryNight, event) ? 'reconcile' : 'send'
    // A deployment whose region names no authority registers no guest either.
    if (!ports) return {}
    if (invocation.action === 'reconcile') return { compared: await reconcile(ports) }
    const sent = await sendReports(ports, () => started + TIME_LIMIT_MS - Date.now())
    // The platform's alarms look for this word (docs/operations.md).
    if (sent.overdue > 0)
      console.error(`GUEST_REPORTS_OVERDUE: ${sent.overdue} reports are unsent for two hours.`)
    return { sent }
  })
}

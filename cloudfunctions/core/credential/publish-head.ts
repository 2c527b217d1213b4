import { LOG_HEAD_TYPE, type LogHead, NO_ENTRY } from '@nansha/shared/issuance-log/log-entry'
import {
  HEAD_ID,
  ISSUANCE_LOG,
  type LogHeadRecord,
  SIGNED_HEAD_ID,
  type SignedHeadRecord,
} from '../records/issuance-log'
import type { PublishPorts } from './publish-status-lists'

/** Signs the head of the issuance log. Whoever keeps one can later prove that the log was rewritten. */
export async function publishHead({ database, now, signer, issuerUrl }: PublishPorts): Promise<void> {
  const head: LogHead = (await database.collection<LogHeadRecord>(ISSUANCE_LOG).get(HEAD_ID)) ?? {
    size: 0,
    hash: NO_ENTRY,
  }
  const payload = { iss: issuerUrl, iat: Math.floor(now() / 1000), size: head.size, hash: head.hash }
  const jws = await signer.sign(LOG_HEAD_TYPE, payload)
  await database.collection<SignedHeadRecord>(ISSUANCE_LOG).put({ _id: SIGNED_HEAD_ID, jws })
}

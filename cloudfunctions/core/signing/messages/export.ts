import { EXPORT_TYPE } from '@nansha/shared/api/export'
import { digest } from '@nansha/shared/fields'
import * as v from 'valibot'
import { type Deployment, type Signable, timeOf } from '../signable'

/** That an export is what this issuer held: the digest of its text, and nothing that is in it. */
export function exportMessages(deployment: Deployment): Signable[] {
  const schema = v.strictObject({
    iss: v.literal(deployment.issuerUrl),
    iat: timeOf(deployment),
    sha256: digest,
  })
  return [{ typ: EXPORT_TYPE, key: 'issuer', callers: ['wallet'], schema }]
}

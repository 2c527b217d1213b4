import { unixSeconds } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { BUNDLE_SECONDS, BUNDLE_TYPE, type Bundle, type TrustBundle } from '@nansha/shared/trust/bundle'
import { countDeskRequest } from '../limits/count-desk-request'
import { requireNotSuspended } from '../limits/require-licence'
import type { AccountKey } from '../records/account-key'
import { STATUS_LISTS } from '../records/status-lists'
import { findDesk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/**
 * Signs all that a companion needs for a day without network. The status lists are signed by themselves; the bundle
 * names each by its digest.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, TOO_MANY_CHECKS
 */
export async function createBundle(
  ports: Pick<VerifyPorts, 'database' | 'now' | 'issuerUrl' | 'deskSigner' | 'trustList'>,
  account: AccountKey,
): Promise<TrustBundle> {
  const { organisation } = await findDesk(ports, account)
  requireNotSuspended(organisation)
  await countDeskRequest(ports, account)
  const tokens: string[] = []
  const lists = ports.database.in(STATUS_LISTS)
  for await (const { token } of lists.scan({ list: ports.database.command.gte(1) }))
    if (token) tokens.push(token)

  const iat = unixSeconds(ports.now())
  const bundle: Bundle = {
    iss: ports.issuerUrl,
    iat,
    exp: iat + BUNDLE_SECONDS,
    trust_list: ports.trustList,
    status_lists: Object.fromEntries(
      tokens.map((token) => [String(decodeJws(token)?.payload.sub), digestText(token)]),
    ),
    licence: {
      organisationId: organisation._id,
      name: organisation.name,
      scenarios: [...organisation.scenarios],
      expiresAt: unixSeconds(organisation.licenceExpiresAt),
    },
  }
  return { bundle: await ports.deskSigner.sign(BUNDLE_TYPE, bundle), statusLists: tokens }
}

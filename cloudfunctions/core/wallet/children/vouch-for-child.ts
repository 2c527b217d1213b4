import { ageInChina, FULL_AGE } from '@nansha/shared/age-in-china'
import { NanshaError } from '@nansha/shared/errors'
import { requireIdentity } from '../../credential/require-identity'
import { requireValid } from '../../credential/require-valid'
import { COUNTER_APPLICATIONS } from '../../records/counter-applications'
import type { Holder } from '../../records/holder'
import { requireOwner } from '../../unlock/seen-unlock'
import { provenClaims } from '../documents/issue-document'
import type { WalletPorts } from '../wallet-ports'

/**
 * Makes an application at a counter one for a child, whose guardian the holder of this phone says to be: the officer who opens it is
 * shown the holder's identity and compares the person. Takes the owner's unlock, as every showing does.
 *
 * @throws NanshaError CREDENTIAL_… unless the identity is valid, UNLOCK_REQUIRED, GUARDIAN_UNDER_AGE, ENROLMENT_UNKNOWN also for
 *   one of another account, or one that has a key already; ENROLMENT_EXPIRED
 */
export async function vouchForChild(
  ports: Pick<WalletPorts, 'database' | 'envelopes' | 'now'>,
  { device, credential }: Holder,
  applicationId: string,
): Promise<void> {
  const { database, now } = ports
  requireValid(credential, now())
  await requireOwner(ports, { device })
  const { birthdate } = await provenClaims(ports, { device })
  if (ageInChina(birthdate, now()) < FULL_AGE) throw new NanshaError('GUARDIAN_UNDER_AGE')
  await database.transaction(async (transaction) => {
    await requireIdentity(transaction, device._id, now())
    const application = await transaction.in(COUNTER_APPLICATIONS).get(applicationId)
    if (application?.account !== device.account || application.publicJwk)
      throw new NanshaError('ENROLMENT_UNKNOWN')
    if (application.expiresAt.getTime() <= now()) throw new NanshaError('ENROLMENT_EXPIRED')
    const guardian = { citizenId: device.citizenId, deviceId: device._id }
    await transaction.in(COUNTER_APPLICATIONS).update(applicationId, { guardian })
  })
}

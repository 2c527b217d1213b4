import type { PlacePorts } from '../credential/allocate-status-place'
import type { IssuancePorts } from '../credential/record-credential'
import { holderOf, requireRemoteAllowed } from '../limits/number-guard'
import type { Transaction } from '../platform/database'
import { DEVICES } from '../records/devices'
import type { IssuingPorts } from './enrol-ports'
import { mustWait, postponeRebinding } from './rebinding'
import { type ProvenPerson, type Recorded, recordCitizen } from './write-citizen'

/**
 * Makes a citizen of a person who was proven from afar, or binds their new phone.
 *
 * @throws NanshaError PROOFING_REFUSED when the number may not be enrolled from afar by this account
 */
export function enrolRemotely(
  ports: IssuancePorts & PlacePorts & Pick<IssuingPorts, 'vetoWithinMs'>,
  person: ProvenPerson,
): Promise<Recorded> {
  return recordCitizen(ports, async (transaction, write) => {
    const { account } = person.enrolment
    const holder = await holderOf(transaction, person.numberIndex)
    await requireRemoteAllowed(transaction, person.numberIndex, account, holder, ports.now())
    const oldPhone = holder && (await transaction.in(DEVICES).get(holder.deviceId))
    if (holder && oldPhone && mustWait(oldPhone, person.publicJwk, ports.now())) {
      return postponeRebinding(ports, transaction, holder, person)
    }
    return { credential: await write(person, holder) }
  })
}

/** Makes a citizen of a person whom an officer saw, or moves one to this phone and account, whoever held it before. */
export function enrolInPerson(
  ports: IssuancePorts & PlacePorts,
  person: ProvenPerson,
  also: (transaction: Transaction, credential: string) => Promise<void>,
): Promise<void> {
  return recordCitizen(ports, async (transaction, write) => {
    const holder = await holderOf(transaction, person.numberIndex)
    await also(transaction, await write(person, holder))
  })
}

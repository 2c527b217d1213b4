import type { CounterOpened, PresentedGuardian } from '@nansha/shared/api/counter'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { citizenEvent } from '../../history/citizen-event'
import { type CodeTrier, countCodeTry, takeBackCodeTry } from '../../limits/code-attempts'
import type { Transaction } from '../../platform/database'
import type { AccountKey } from '../../records/account-key'
import { CITIZEN_EVENTS } from '../../records/citizen-events'
import { CITIZEN_CLAIMS, CITIZEN_PORTRAIT, CITIZENS } from '../../records/citizens'
import { COUNTER_APPLICATIONS, type CounterApplication } from '../../records/counter-applications'
import { COUNTER_CODES } from '../../records/counter-codes'
import { DEVICES } from '../../records/devices'
import type { Organisation } from '../../records/organisations'
import type { IssuingPorts } from '../enrol-ports'
import { counterCodeId } from './apply'
import { requireOfficer } from './require-officer'
import { counterPaths } from './uploads'

/**
 * Finds the application that a code stands for, and makes it this officer's: whoever opened it last decides. A wrong code
 * counts, for the officer and for the organisation.
 *
 * @throws NanshaError CALLER_FORBIDDEN, LICENCE_…, ENROLMENT_UNKNOWN, ATTEMPTS_EXHAUSTED with `retryAt` in Unix
 *   seconds after too many wrong codes
 */
export async function openApplication(
  ports: Pick<IssuingPorts, 'database' | 'index' | 'now' | 'randomId' | 'envelopes'>,
  account: AccountKey,
  code: string,
): Promise<CounterOpened> {
  const { organisation } = await requireOfficer(ports, account)
  const officer = { account, organisationId: organisation._id }
  await countCodeTry(ports, officer)
  return ports.database.transaction(async (transaction) => {
    const { folders, ...application } = await applicationOf(ports, transaction, code)
    const isSame = isOfficerOf(application, officer)
    const folder = (isSame && folders.at(-1)) || ports.randomId()
    const known = folders.includes(folder) ? folders : [...folders, folder]
    await transaction.in(COUNTER_APPLICATIONS).update(application._id, {
      officer,
      folders: known,
    })
    await takeBackCodeTry(ports, transaction, officer)
    if (application.guardian && !isSame)
      await noteShowing(ports, transaction, application.guardian.citizenId, organisation)
    const bound =
      application.publicJwk && (await transaction.in(DEVICES).get(keyThumbprint(application.publicJwk)))
    return {
      applicationId: application._id,
      uploads: counterPaths(folder),
      phoneHolds: bound !== null,
      ...(application.guardian && {
        guardian: await presentGuardian(ports, transaction, application.guardian.citizenId),
      }),
      expiresAt: unixSeconds(application.expiresAt),
    }
  })
}

/** @throws NanshaError ENROLMENT_UNKNOWN */
async function applicationOf(
  ports: Pick<IssuingPorts, 'index' | 'now'>,
  transaction: Transaction,
  code: string,
): Promise<CounterApplication> {
  const known = await transaction.in(COUNTER_CODES).get(counterCodeId(ports, code))
  const application = known && (await transaction.in(COUNTER_APPLICATIONS).get(known.applicationId))
  const isOpen = application?.credential === null && application.expiresAt.getTime() > ports.now()
  if (!application || !isOpen) throw new NanshaError('ENROLMENT_UNKNOWN')
  return application
}

/** The guardian reads whose officer saw their identity, once for each officer who opened the application. */
async function noteShowing(
  ports: Pick<IssuingPorts, 'now' | 'randomId'>,
  transaction: Transaction,
  citizenId: string,
  { name: organisation }: Organisation,
): Promise<void> {
  const disclosed = ['name', 'id_number', 'portrait']
  const details = { kind: 'presented', organisation, scenario: 'counter', disclosed } as const
  await transaction.in(CITIZEN_EVENTS).insert(citizenEvent(ports, citizenId, ports.now(), details))
}

/**
 * Who vouched for a child, as their identity says, for the officer to compare with the person.
 *
 * @throws NanshaError CREDENTIAL_REVOKED when the identity was deleted meanwhile
 */
async function presentGuardian(
  { envelopes }: Pick<IssuingPorts, 'envelopes'>,
  transaction: Transaction,
  citizenId: string,
): Promise<PresentedGuardian> {
  const citizen = await transaction.in(CITIZENS).get(citizenId)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  const { name, id_number: idNumber } = CITIZEN_CLAIMS.open(envelopes, citizen)
  return { name, idNumber, portrait: CITIZEN_PORTRAIT.open(envelopes, citizen).toString('base64') }
}

function isOfficerOf({ officer }: Pick<CounterApplication, 'officer'>, who: CodeTrier): boolean {
  return officer?.account === who.account && officer.organisationId === who.organisationId
}

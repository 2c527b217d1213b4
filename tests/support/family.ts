import { applyAtCounter, collectApplication } from '@nansha/core/enrol/counter/apply'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { approveChild } from '@nansha/core/enrol/counter/child/approve-child'
import { findChild } from '@nansha/core/enrol/counter/child/find-child'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { readOperators } from '@nansha/core/organisation/operators'
import type { AccountKey } from '@nansha/core/records/account-key'
import type { ProvenHolder } from '@nansha/core/registry/document-registry'
import type { VerifyPorts } from '@nansha/core/verify/verify-ports'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import type { ChildIssued } from '@nansha/shared/api/counter'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Handles } from '@nansha/shared/api/wallet-answers'
import type { GuardedChild, GuardianRelation } from '@nansha/shared/children/child-card'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { createResidentNumber, parseResidentNumber } from '@nansha/shared/resident-number'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { newHolderKey } from './enrol-ports'
import { askWallet, enrolCitizen } from './enrolled-citizen'
import { createServiceHall, OFFICER } from './service-hall'
import { deskSigner, sealForReceiver } from './trust'

export const MOTHER = 'wxcitizen:mother' as const
export const FATHER = 'wxcitizen:father' as const
export const RECEPTION = 'wxv:reception' as const
export const CHILD_PORTRAIT = Buffer.from('RIFF----WEBPa child').toString('base64')

/** The number of a person who was born on that day. */
export function numberOf(birthdate: string, random = 0.5, sex: 'male' | 'female' = 'female'): string {
  return createResidentNumber({ region: '440115', birthdate, sex }, () => random)
}
const NUMBERS = new Map<AccountKey, string>([
  [MOTHER, numberOf('1988-03-12')],
  [FATHER, numberOf('1987-09-01', 0.5, 'male')],
])
/** Seven years old at the time of the tests. */
export const DAUGHTER: ProvenHolder = { name: '陈小雨', idNumber: numberOf('2019-05-20') }
export const SON: ProvenHolder = { name: '陈小舟', idNumber: numberOf('2016-02-29', 0.25, 'male') }

/** A child as the register of households has it. */
export function childOf(
  { name, idNumber }: ProvenHolder,
  relation: GuardianRelation = 'mother',
): GuardedChild {
  const number = parseResidentNumber(idNumber)
  if (!number.ok) throw new Error(number.code)
  return {
    name,
    id_number: number.number,
    sex: number.sex,
    birthdate: number.birthdate,
    ethnicity: '汉',
    address: '广东省广州市南沙区示范路8号',
    guardian_relation: relation,
    portrait: CHILD_PORTRAIT,
  }
}

type Hall = Awaited<ReturnType<typeof createServiceHall>>

/** A counter, a hotel's desk, and two parents whose children the register of households names. */
export async function createFamily() {
  const hall = await createServiceHall()
  await hall.employ(RECEPTION, 'hotel', {
    scenarios: ['hotel', 'gate', 'age'],
    enrols: false,
    licenceExpiresAt: new Date(hall.clock.now + 365 * 24 * 3600_000),
  })
  const family = { children: [DAUGHTER.idNumber, SON.idNumber], guardians: [MOTHER, FATHER] as AccountKey[] }
  hall.world.household = async (guardian, child) => {
    const who = family.guardians.find((account) => numberOfAccount(account) === guardian.idNumber)
    if (who === undefined || !family.children.includes(child.idNumber)) return null
    return childOf(child, who === FATHER ? 'father' : 'mother')
  }
  const verifyPorts = verifyPortsOf(hall)
  const seconds = () => unixSeconds(hall.clock.now)

  /** A parent with an identity on a phone, unlocked just now. */
  const enrolParent = async (account: AccountKey = MOTHER, idNumber = numberOfAccount(account)) =>
    (await enrolCitizen(hall, account, { key: newHolderKey(), idNumber })).key
  const ask = <Result>(account: AccountKey, key: HolderKey, action: WalletAction) =>
    askWallet<Result>(hall, account, key, action)
  const { apply, approve } = createCounterSteps(hall, ask)
  return {
    ...hall,
    family,
    verifyPorts,
    enrolParent,
    ask,
    apply,
    approve,
    /** All of it: what the phone collects. */
    async giveCard(account: AccountKey, key: HolderKey, child: ProvenHolder = DAUGHTER) {
      const application = await apply(account, key)
      await approve(application, child)
      return (await collectApplication(hall.ports, account, application.applicationId)) as ChildIssued
    },
    /** A code with the child of a place on it, or with the holder's own identity. */
    async show(account: AccountKey, key: HolderKey, child?: number, scenario: ScenarioName = 'hotel') {
      const { handles } = await ask<Handles>(account, key, { action: 'handles', count: 1 })
      const handle = handles[0]?.handle ?? ''
      const shown = { key, issuerId: 1, scenario, handle, issuedAt: seconds() }
      return createTicket({ ...shown, ...(child !== undefined && { child }) })
    },
    scan: (ticket: string, scenario: ScenarioName = 'hotel') =>
      verifyTicket(verifyPorts, RECEPTION, { scenario, ticket }),
    statuses: (type = 'child-card') =>
      ((hall.database.dump().credentials ?? []) as unknown as { type: string; status: string }[])
        .filter((one) => one.type === type)
        .map(({ status }) => status),
  }
}

type Ask = <Result>(account: AccountKey, key: HolderKey, action: WalletAction) => Promise<Result>

/** What a guardian and the officer do at the counter, one after the other. */
function createCounterSteps(hall: Hall, ask: Ask) {
  return {
    /** A phone at the counter that vouches for a child. */
    async apply(account: AccountKey, key: HolderKey) {
      const { applicationId, audience, nonce } = await beginApplication(hall.ports, account, null)
      await ask(account, key, { action: 'vouch-for-child', application: applicationId })
      const issuedAt = unixSeconds(hall.clock.now)
      const proof = createProofOfPossession({ key, audience, nonce, issuedAt })
      return {
        applicationId,
        ...(await applyAtCounter(hall.ports, account, { action: 'counter-apply', applicationId, proof })),
      }
    },
    /** The officer opens the application and puts the child's card on the phone. */
    async approve(
      { applicationId, code }: { readonly applicationId: string; readonly code: string },
      child: ProvenHolder = DAUGHTER,
      officer: AccountKey = OFFICER,
    ) {
      await hall.open(officer, code)
      const onCard = { applicationId, ...child, cardValidity: '2030-01-01' }
      const { portrait } = await findChild(hall.ports, officer, onCard)
      const portraitDigest = photoDigest(Buffer.from(portrait, 'base64'))
      const action = 'counter-approve-child' as const
      await approveChild(hall.ports, officer, null, { action, ...onCard, portraitDigest })
    },
  }
}

/** The hotel's desk at the same deployment. */
function verifyPortsOf(hall: Hall): VerifyPorts {
  return {
    database: hall.database,
    now: () => hall.clock.now,
    randomId: hall.ports.randomId,
    randomInt: hall.ports.randomInt,
    envelopes: hall.ports.envelopes,
    verifySignature: hall.ports.verifySignature,
    issuerUrl: hall.ports.issuerUrl,
    issuerId: hall.ports.issuerId,
    trust: hall.ports.trust,
    trustList: hall.ports.trustList,
    operators: readOperators({}),
    deskSigner,
    sealForReceiver,
    acceptSpecimens: true,
  }
}

function numberOfAccount(account: AccountKey): string {
  return NUMBERS.get(account) ?? ''
}

import { readOperators } from '@nansha/core/organisation/operators'
import type { Database } from '@nansha/core/platform/database'
import type { AccountKey } from '@nansha/core/records/account-key'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { ORGANISATIONS } from '@nansha/core/records/organisations'
import { STAFF } from '@nansha/core/records/staff'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import type { VerifyPorts } from '@nansha/core/verify/verify-ports'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Handles, Passes } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { SCENARIO_NAMES, type ScenarioName } from '@nansha/shared/scenarios'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import type { TestClock } from './clock'
import { createEnrolPorts } from './enrol-ports'
import { askWallet, enrolCitizen } from './enrolled-citizen'
import { RECORD_KEYS } from './kept-database'
import { deskSigner, sealForReceiver, signTrustList, TRUST_LIST } from './trust'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const HOTEL = 'wxv:clerk-of-the-hotel' as const
const BANK = 'wxv:clerk-of-the-bank' as const
/** A midnight of Greenwich. */
const FIRST_DAY = 19_700 * DAY

interface Person {
  readonly account: AccountKey
  readonly key: HolderKey
  /** How many of the things that can be done this one does. */
  readonly busy: number
}

/**
 * Several people who enrol on one day and go about on another, each at a time and as often as no other: at a hotel, a gate,
 * a bank, a counter, and where an age is asked. Real keys, tickets and passes, over all of the cloud's services.
 *
 * @param database where the records go; the world's own when left out
 */
export async function populate(people: number, database?: Database) {
  const cloud = createEnrolPorts(FIRST_DAY + 8 * 60 * MINUTE)
  const { raw } = cloud.database
  // Each function with the keys that it has in a deployment, and no others.
  const { pin, ...verifying } = RECORD_KEYS
  const { staff, ...ofWallet } = RECORD_KEYS
  Object.assign(cloud.ports, { database: database ?? keepDatabase(raw, verifying) })
  Object.assign(cloud.ports, { alerts: { templateId: 'template', send: async () => 'sent' } })
  const ports = portsOf(cloud)
  const wallet = { ...ports, database: database ?? keepDatabase(raw, ofWallet) }
  const ask = <Result>({ account, key }: Person, action: WalletAction) =>
    askWallet<Result>({ ...cloud, ports: wallet }, account, key, action)
  await employ(ports, HOTEL, 'organisation-of-the-hotel')
  await employ(ports, BANK, 'organisation-of-the-bank')

  const population: Person[] = []
  for (let n = 0; n < people; n++) {
    cloud.clock.now += 37 * MINUTE + 13_117
    const account = `wxc:account-of-person-${n}` as const
    const birthdate = `198${n}-0${n + 1}-15`
    const idNumber = createResidentNumber({ region: '440115', birthdate, sex: 'male' }, () => n / 10)
    const { key } = await enrolCitizen(cloud, account, { idNumber, name: '李明' })
    const person = { account, key, busy: 1 + (n % 5) }
    await ask(person, { action: 'set-pin', pin: '385201' })
    await ask(person, { action: 'alerts', wanted: true })
    population.push(person)
  }
  cloud.clock.now = FIRST_DAY + 9 * DAY + 9 * 60 * MINUTE
  for (const person of population) {
    cloud.clock.now += 41 * MINUTE + 17_131
    await goAbout(ports, cloud.clock, person, ask)
  }
  return cloud
}

async function goAbout(
  ports: WalletPorts & VerifyPorts,
  clock: TestClock,
  person: Person,
  ask: <Result>(person: Person, action: WalletAction) => Promise<Result>,
): Promise<void> {
  const { key } = person
  const seconds = () => unixSeconds(clock.now)
  await ask(person, { action: 'unlock', pin: '385201' })
  const ticket = async (scenario: ScenarioName, desk?: string) => {
    const { handles } = await ask<Handles>(person, { action: 'handles', count: 2 })
    const handle = handles[0]?.handle ?? ''
    return createTicket({ key, issuerId: 1, scenario, handle, issuedAt: seconds(), ...(desk && { desk }) })
  }
  const showTo = async (clerk: typeof HOTEL, scenario: ScenarioName, portraitMatches: boolean) => {
    const { useId } = await verifyTicket(ports, clerk, { scenario, ticket: await ticket(scenario) })
    clock.now += 7_000
    await confirmUse(ports, clerk, { useId, portraitMatches })
  }
  const answerDesk = async (scenario: ScenarioName) => {
    const { code, nonce } = await showDeskCode(ports, BANK, scenario)
    await ask(person, { action: 'present', code, ticket: await ticket(scenario, digestText(code)) })
    await collectAnswer(ports, BANK, [nonce])
  }
  const passGate = async () => {
    const { passes } = await ask<Passes>(person, { action: 'passes', scenario: 'gate', count: 1 })
    const proof = presentPass({ key, pass: passes[0] ?? '', scenario: 'gate', issuedAt: seconds() })
    await recordPassUse(ports, HOTEL, { scenario: 'gate', proof, at: seconds(), accepted: true })
  }
  const things = [
    () => showTo(HOTEL, 'hotel', true),
    () => passGate(),
    () => answerDesk('bank'),
    () => showTo(HOTEL, 'age', false),
    () => answerDesk('counter'),
  ]
  for (const thing of things.slice(0, person.busy)) {
    clock.now += 11_000
    await thing()
  }
}

function portsOf(cloud: ReturnType<typeof createEnrolPorts>) {
  const { issuerUrl } = cloud.ports
  const issuers = TRUST_LIST.issuers.map((listed) => ({
    ...listed,
    iss: issuerUrl,
    keys: [cloud.issuerJwk],
  }))
  const iat = Math.floor(FIRST_DAY / 1000)
  const trust = { ...TRUST_LIST, iat, exp: iat + 365 * 86_400, issuers }
  return {
    ...cloud.ports,
    trust,
    trustList: signTrustList(trust),
    deskSigner,
    sealForReceiver,
    operators: readOperators({}),
    acceptSpecimens: true,
  }
}

async function employ({ database }: VerifyPorts, account: AccountKey, organisationId: string): Promise<void> {
  const at = new Date(FIRST_DAY)
  await database.in(ORGANISATIONS).put({
    _id: organisationId,
    name: { zh: '南沙湾', en: 'Nansha Bay' },
    scenarios: SCENARIO_NAMES,
    licenceExpiresAt: new Date(FIRST_DAY + 365 * DAY),
    onboardedAt: at,
  })
  await database.in(STAFF).put({ _id: account, organisationId, role: 'clerk', name: '王芳', joinedAt: at })
}

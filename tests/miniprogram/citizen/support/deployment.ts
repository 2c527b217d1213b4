import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import { createLogSigner } from '@nansha/core/crypto/log-signer'
import { createAnswer } from '@nansha/core/function/answer'
import { readResources } from '@nansha/core/log/read-resources'
import { sequenceLog } from '@nansha/core/log/sequence-log'
import { readOperators } from '@nansha/core/organisation/operators'
import type { Database } from '@nansha/core/platform/database'
import type { AccountKey } from '@nansha/core/records/account-key'
import { ORGANISATIONS } from '@nansha/core/records/organisations'
import { STAFF } from '@nansha/core/records/staff'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { createBundle } from '@nansha/core/verify/create-bundle'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import type { VerifyPorts } from '@nansha/core/verify/verify-ports'
import { freeze } from '@nansha/core/wallet/freeze'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { TrustEvent } from '@nansha/shared/api/trust'
import { WalletEvent } from '@nansha/shared/api/wallet'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { logOrigin } from '@nansha/shared/log/log-origin'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'
import { type PassFrames, verifyPass } from '@nansha/shared/pass/verify-pass'
import { type PassScenario, SCENARIO_NAMES, type ScenarioName } from '@nansha/shared/scenarios'
import type { TrustList } from '@nansha/shared/trust/trust-list'
import { freshMemory, verifyBundle } from '@nansha/shared/trust/verify-bundle'
import * as v from 'valibot'
import { dispatch } from '#functions/wallet/dispatch'
import { createEnrolPorts } from '#support/enrol-ports'
import { enrolCitizen } from '#support/enrolled-citizen'
import { ISSUER } from '#support/issuer'
import { silently } from '#support/silent-log'
import { deskSigner, sealForReceiver, signTrustList, TRUST_LIST } from '#support/trust'

const CITIZEN: AccountKey = 'wxcitizen:lin'
const CLERK: AccountKey = 'wxverifier:clerk'
const YEAR_MS = 365 * 86_400_000
export const logSigner = createLogSigner(logOrigin(ISSUER), new Uint8Array(32).fill(8))

/**
 * The real wallet and desk of the cloud, in memory and at the real time, with one citizen and one bank: what the app
 * under test talks to.
 */
export async function createDeployment() {
  const world = createEnrolPorts(Date.now())
  const trust = trustListOf(world, unixSeconds(world.clock.now))
  const ports: WalletPorts & VerifyPorts = {
    ...world.ports,
    trust,
    trustList: signTrustList(trust),
    deskSigner,
    sealForReceiver,
    operators: readOperators({}),
    acceptSpecimens: true,
  }
  const enrolled = await enrolCitizen(world, CITIZEN, { name: '李明' })
  if (!('credential' in enrolled)) throw new Error('The citizen was not enrolled.')
  await furnishDesk(ports)
  const publishing = { ...ports, database: world.database.raw, vouched: world.database }

  const act = async (event: unknown) => {
    if (v.is(TrustEvent, event)) return readResources(deployment.logDatabase, event)
    const parsed = v.parse(WalletEvent, event)
    if ('request' in parsed) return dispatch(ports, await openRequest(ports, CITIZEN, parsed.request))
    await freeze(ports, CITIZEN)
    return {}
  }

  const answer = createAnswer(silently, ports.now)
  const deployment = {
    clock: world.clock,
    world: world.world,
    database: world.database,
    /** Where the phone's log is read from: an operator may show another. */
    logDatabase: world.database as Database,
    ports,
    key: enrolled.key,
    credential: enrolled.credential,
    /** Off: every call fails as without network. */
    network: true,
    /** What `wallet`, and for the log `trust`, answer to the app, now. @throws Error without network */
    async answer(event: unknown): Promise<object> {
      if (!deployment.network) throw new Error('request:fail')
      world.clock.now = Math.max(world.clock.now, Date.now())
      return answer(null, () => act(event))
    },
    /** What sweep does by its timers. */
    publish: async () => {
      await sequenceLog({ ...publishing, logSigner })
      await publishStatusLists(publishing)
    },
    ...createDesk(ports, () => publishStatusLists(publishing)),
  }
  return deployment
}

export type Deployment = Awaited<ReturnType<typeof createDeployment>>

/** The bank's clerk, with and without a network. */
function createDesk(ports: WalletPorts & VerifyPorts, publish: () => Promise<unknown>) {
  const seconds = () => unixSeconds(ports.now())
  return {
    showDeskCode: (scenario: ScenarioName) => showDeskCode(ports, CLERK, scenario),
    collect: async (nonce: string) => (await collectAnswer(ports, CLERK, [nonce])).answer,
    confirm: (useId: string, portraitMatches: boolean) =>
      confirmUse(ports, CLERK, { useId, portraitMatches }),
    /** A companion that downloaded its bundle just now, and then lost its network. */
    async verifyOffline(frames: PassFrames, scenario: PassScenario) {
      await publish()
      const bundle = await verifyBundle(
        await createBundle(ports, CLERK),
        freshMemory(ports.trust.roots),
        seconds(),
        verifyWithNoble,
      )
      return verifyPass(frames, scenario, bundle, seconds(), true, verifyWithNoble)
    },
  }
}

function trustListOf({ ports, issuerJwk }: ReturnType<typeof createEnrolPorts>, now: number): TrustList {
  const [listed] = TRUST_LIST.issuers
  if (!listed) throw new Error('The list of the tests is empty.')
  const logKeys = logSigner.keys.map(formatVerifierKey)
  const issuers = [{ ...listed, iss: ports.issuerUrl, keys: [issuerJwk], logKeys }]
  return { ...TRUST_LIST, iat: now, exp: now + 365 * 86_400, issuers }
}

async function furnishDesk({ database, now }: VerifyPorts): Promise<void> {
  await database.in(STAFF).put({
    _id: CLERK,
    organisationId: 'organisation-1',
    role: 'clerk',
    name: '王芳',
    joinedAt: new Date(now()),
  })
  await database.in(ORGANISATIONS).put({
    _id: 'organisation-1',
    name: { zh: '南沙湾银行', en: 'Nansha Bay Bank' },
    scenarios: SCENARIO_NAMES,
    licenceExpiresAt: new Date(now() + YEAR_MS),
    onboardedAt: new Date(now()),
  })
}

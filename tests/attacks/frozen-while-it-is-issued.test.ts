import { freeze } from '@nansha/core/wallet/freeze'
import { beforeEach, expect, it } from 'vitest'
import { licenceOf } from '../support/documents'
import { ALICE } from '../support/online-phone'
import {
  codeIn,
  collect,
  createWalletWorld,
  nonceOf,
  proofBy,
  redeem,
  type WalletWorld,
} from '../support/other-wallet'
import { newKey } from '../support/stock-issuance'

// Transactions conflict on what both write. A freeze that commits while something is being issued upon the identity would neither see
// that nor be seen by it, if the issuance merely read the status.

const DAY = 86_400_000
let made: WalletWorld
let isAsked = false
beforeEach(async () => {
  made = await createWalletWorld()
  isAsked = false
})

/** Freezes the identity once, in the midst of a transaction that issues: until that is done, or must wait for the issuance. */
let frozen: Promise<void>
async function freezeNow(): Promise<void> {
  if (isAsked) return
  isAsked = true
  const { database } = made.ports
  let attempts = 0
  await new Promise<void>((resolve, reject) => {
    const noticing: typeof database = {
      ...database,
      transaction: (work) =>
        database.transaction((transaction) => {
          if (++attempts > 1) resolve()
          return work(transaction)
        }),
    }
    frozen = freeze({ ...made.ports, database: noticing }, ALICE)
    frozen.then(resolve, reject)
  })
}
const signing = (signer: typeof made.ports.signer): typeof signer => ({
  ...signer,
  sign: async (...message) => {
    await freezeNow()
    return signer.sign(...message)
  },
})
/** Whether what was issued, if anything was, is frozen with the identity. */
async function statuses(): Promise<string[]> {
  await frozen
  const { credentials = [], onlineCredentials = [] } = made.cloud.database.dump()
  return [...credentials, ...onlineCredentials].map((one) => (one as { status?: string }).status ?? '')
}

it('what another wallet is being given is frozen with the identity', async () => {
  const offered = await made.offer()
  const token = await redeem(made, codeIn(offered), offered.txCode)
  const proof = proofBy(made.clock, await nonceOf(made))
  Object.assign(made.ports, { signer: signing(made.ports.signer) })
  await collect(made, token, proof)
  expect(new Set(await statuses())).toEqual(new Set(['frozen']))
})

it('what the phone is being given for a website is frozen with the identity', async () => {
  const { ports } = made.cloud
  Object.assign(ports, { onlineSigner: signing(ports.onlineSigner) })
  await made.phone.wallet.client
    .fetchOnlineCredential({ key: newKey(), unlock: 'pin-or-biometric', sector: undefined })
    .catch(frozenInstead)
  expect(new Set(await statuses())).toEqual(new Set(['frozen']))
})

it('a document that is being added is frozen with the identity', async () => {
  made.cloud.world.licence = async (holder) => licenceOf(holder)
  const { ports } = made.cloud
  Object.assign(ports, { signer: signing(ports.signer) })
  await made.ask({ action: 'add-document', type: 'driving-licence' }).catch(frozenInstead)
  expect(new Set(await statuses())).toEqual(new Set(['frozen']))
})

it('a freeze that meets a renewal freezes what is valid after it', async () => {
  const { database } = made.ports
  made.clock.now += 340 * DAY
  await made.unlockAgain()
  const late = {
    ...made.ports,
    database: {
      ...database,
      // What the freeze found is renewed before it is frozen.
      transaction: (async (work) => {
        await made.ask({ action: 'renew' })
        return database.transaction(work)
      }) as typeof database.transaction,
    },
  }
  await freeze(late, ALICE)
  frozen = Promise.resolve()
  expect((await statuses()).sort()).toEqual(['frozen', 'revoked'])
})

function frozenInstead(error: unknown): void {
  expect(error).toMatchObject({ code: 'CREDENTIAL_FROZEN' })
}

import type { SeenUnlock } from '@nansha/core/records/handles'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import type { Handles } from '@nansha/shared/api/wallet-answers'
import { digestText } from '@nansha/shared/encoding/digest'
import type { Assurance } from '@nansha/shared/scenarios'
import { describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { askWallet, enrolCitizen } from '../support/enrolled-citizen'
import { CLERK, createWorld } from '../support/world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Answers a bank's code with a handle that was released upon `unlock`, so long after it. */
async function atBank(unlock: Pick<SeenUnlock, 'method' | 'faceBy'>, after: number) {
  const world = await createWorld()
  const handle = await world.giveHandle({ unlock: { ...unlock, at: new Date(world.clock.now) } })
  world.clock.now += after
  const { code, nonce } = await showDeskCode(world.ports, CLERK, 'bank')
  const ticket = world.show(handle, { scenario: 'bank', desk: digestText(code) })
  await answerDeskCode(world.ports as unknown as WalletPorts, world, { code, ticket })
  return (await collectAnswer(world.ports, CLERK, [nonce])).answer
}
const face = (faceBy: Assurance) => ({ method: 'face', faceBy }) as const
const refused = expect.objectContaining({ code: 'UNLOCK_REQUIRED' })

describe('the bank', () => {
  it('refuses a PIN that was entered 23 hours ago, or six minutes ago', async () => {
    for (const after of [23 * HOUR, 6 * MINUTE, 5 * MINUTE + 1])
      await expect(atBank({ method: 'pin' }, after)).rejects.toEqual(refused)
  })

  it('accepts a PIN of the last five minutes, and the clerk is told to compare', async () => {
    expect(await atBank({ method: 'pin' }, 5 * MINUTE)).toMatchObject({ unlock: 'pin' })
  })

  it('accepts a face that the platform filmed, or an officer saw, for half an hour', async () => {
    for (const seen of ['platform-face', 'face+registry', 'in-person'] as const) {
      expect(await atBank(face(seen), 30 * MINUTE)).toMatchObject({ unlock: 'face' })
      await expect(atBank(face(seen), 30 * MINUTE + 1)).rejects.toEqual(refused)
    }
  })

  it('does not take a face before the app’s own camera, open to injected video, for a fresh face', async () => {
    for (const seen of ['guided-face', 'specimen'] as const)
      await expect(atBank(face(seen), 0)).rejects.toEqual(refused)
  })

  it('refuses a fingerprint', async () => {
    await expect(atBank({ method: 'biometric' }, 0)).rejects.toEqual(refused)
  })
})

it('at a gate, where the attendant compares, the PIN is good for as long as what it released', async () => {
  const world = await createWorld()
  const handle = await world.giveHandle()
  world.clock.now += 23 * HOUR
  const ticket = world.show(handle, { scenario: 'gate' })
  expect(await verifyTicket(world.ports, CLERK, { scenario: 'gate', ticket })).toMatchObject({
    unlock: 'pin',
  })
})

it('the phone is told for which purpose, and until when, each handle is good', async () => {
  const cloud = createEnrolPorts()
  const { key } = await enrolCitizen(cloud, 'wxc:alice')
  const ask = <R>(action: Parameters<typeof askWallet>[3]) => askWallet<R>(cloud, 'wxc:alice', key, action)
  await ask({ action: 'set-pin', pin: '385201' })
  const now = cloud.clock.now / 1000
  const { handles } = await ask<Handles>({ action: 'handles', count: 1 })
  expect(handles[0]?.goodUntil).toEqual({
    'pin-or-biometric': now + 24 * 3600,
    'fresh-face-or-pin': now + 24 * 3600,
    'fresh-face-or-fresh-pin': now + 5 * 60,
  })
})

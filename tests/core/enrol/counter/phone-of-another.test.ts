import { applyAtCounter } from '@nansha/core/enrol/counter/apply'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { readCounterCard } from '@nansha/core/enrol/counter/read-counter-card'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { CardSide } from '@nansha/shared/identity-card'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { beforeEach, expect, it } from 'vitest'
import { newHolderKey } from '#support/enrol-ports'
import { enrolCitizen, RESIDENT_NUMBER } from '#support/enrolled-citizen'
import { createServiceHall, OFFICER } from '#support/service-hall'

// A guardian who has an identity on the phone comes to a counter with a child.
const parent = 'wxcitizen:parent' as const
const PARENTS_NUMBER = '440115198803128234'
const HOLDS = { code: 'PHONE_HOLDS_ANOTHER' }
let hall: Awaited<ReturnType<typeof createServiceHall>>
let key: HolderKey
beforeEach(async () => {
  hall = await createServiceHall()
  key = newHolderKey()
  await enrolCitizen(hall, parent, { key, idNumber: PARENTS_NUMBER })
})

async function apply(by: HolderKey, forChild?: true) {
  const { applicationId, audience, nonce } = await beginApplication(hall.ports, parent, null)
  const issuedAt = unixSeconds(hall.clock.now)
  const proof = createProofOfPossession({ key: by, audience, nonce, issuedAt })
  const event = { action: 'counter-apply', applicationId, proof, ...(forChild && { forChild }) } as const
  return applyAtCounter(hall.ports, parent, event)
}
const readSide = async (
  opened: Awaited<ReturnType<typeof hall.open>>,
  number: string,
  side: CardSide = 'portrait',
) => {
  const card = await hall.files.upload(opened.uploads.card, Buffer.from(number))
  const event = { action: 'counter-read-card', side, card } as const
  return readCounterCard(hall.ports, OFFICER, { ...event, applicationId: opened.applicationId })
}

it('a guardian whose phone holds an identity is told so before they get a code for the child', async () => {
  await expect(apply(key, true)).rejects.toMatchObject(HOLDS)
  expect(await apply(newHolderKey(), true)).toHaveProperty('code')
})

it('a guardian whose phone holds an identity is told so when the officer opens and reads the card, not at the last step', async () => {
  const opened = await hall.open(OFFICER, (await apply(key)).code)
  expect(opened.phoneHolds).toBe(true)
  await expect(readSide(opened, RESIDENT_NUMBER)).rejects.toMatchObject(HOLDS)
  expect(hall.files.stored.size).toBe(0)
  await expect(hall.approve(OFFICER, opened)).rejects.toMatchObject(HOLDS)
  expect(hall.database.dump().citizens).toHaveLength(1)
})

it('renews the own identity on that phone as before, and a phone without any says nothing', async () => {
  const opened = await hall.open(OFFICER, (await apply(key)).code)
  // The other side has no number on it, by which anybody could be told from the holder.
  expect(await readSide(opened, PARENTS_NUMBER, 'emblem')).toMatchObject({ side: 'emblem' })
  expect(await readSide(opened, PARENTS_NUMBER)).toMatchObject({ side: 'portrait' })
  const other = await hall.open(OFFICER, (await apply(newHolderKey())).code)
  expect(other.phoneHolds).toBe(false)
  await hall.approve(OFFICER, other)
  expect(hall.database.dump().citizens).toHaveLength(2)
})

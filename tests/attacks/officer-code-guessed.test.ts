import { refuseApplication } from '@nansha/core/enrol/counter/refuse-application'
import { beforeEach, expect, it } from 'vitest'
import { createServiceHall, OFFICER } from '../support/service-hall'

const alice = 'wxc:alice' as const
const HOUR = 3600_000
/** Wrong codes are counted by the day. */
const MIDNIGHT_IN_CHINA = Date.UTC(2027, 0, 15, 16)
const UNKNOWN = { code: 'ENROLMENT_UNKNOWN' }
const EXHAUSTED = { code: 'ATTEMPTS_EXHAUSTED' }

let hall: Awaited<ReturnType<typeof createServiceHall>>
beforeEach(async () => {
  hall = await createServiceHall()
  hall.clock.now = MIDNIGHT_IN_CHINA
})
/** A code that nobody was given. */
const wrongCode = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0')
/** Guesses until held up; how many guesses were answered. */
async function guess(by: `${string}:${string}`, wrong: string, most = 300): Promise<number> {
  for (let number = 0; number < most; number++) {
    const code = await hall.open(by, wrong).then(
      () => expect.unreachable(),
      (error: { code: string }) => error.code,
    )
    if (code === EXHAUSTED.code) return number
    expect(code).toBe(UNKNOWN.code)
  }
  return most
}

it('an officer who tries codes is held up after ten wrong ones a day, longer each time', async () => {
  const { code } = await hall.queue(alice)
  const wrong = wrongCode(code)
  expect(await guess(OFFICER, wrong)).toBe(11)
  await expect(hall.open(OFFICER, code)).rejects.toMatchObject(EXHAUSTED)
  let guesses = 11
  for (let hours = 0; hours < 8; hours++) {
    hall.clock.now += HOUR
    guesses += await guess(OFFICER, wrong)
  }
  expect(guesses).toBeLessThan(16)
  hall.clock.now += 24 * HOUR
  await hall.open(OFFICER, (await hall.queue('wxc:bob')).code)
})

it('guesses of an officer made at once are counted one by one', async () => {
  const { code } = await hall.queue(alice)
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () => hall.open(OFFICER, wrongCode(code))),
  )
  const answered = tries.filter((one) => one.status === 'rejected' && one.reason.code === UNKNOWN.code)
  // The store may refuse some that meet on one document: those were not looked at.
  expect(answered.length).toBeLessThanOrEqual(11)
  expect(answered.length + (await guess(OFFICER, wrongCode(code)))).toBe(11)
})

it('officers of one organisation who take turns are held up together, and no other organisation is', async () => {
  const { code } = await hall.queue(alice)
  const wrong = wrongCode(code)
  let answered = 0
  for (let number = 0; number < 20; number++) {
    await hall.employ(`wxv:clerk${number}`)
    answered += await guess(`wxv:clerk${number}`, wrong)
  }
  expect(answered).toBe(61)
  await hall.employ('wxv:elsewhere', 'another-hall')
  await hall.open('wxv:elsewhere', code)
})

it('right codes of an officer are not counted, and do not wipe out wrong ones', async () => {
  const { code } = await hall.queue(alice)
  for (let number = 0; number < 30; number++) await hall.open(OFFICER, code)
  let answered = 0
  for (let number = 0; number < 30; number++) {
    const opened = await hall.open(OFFICER, wrongCode(code)).catch((error: { code: string }) => error.code)
    if (opened === UNKNOWN.code) answered++
    await hall.open(OFFICER, code).catch(() => undefined)
  }
  expect(answered).toBe(11)
})

it('only the officer who opened an application by its code decides on it, not one who learned its id', async () => {
  const { code, applicationId } = await hall.queue(alice)
  await hall.employ('wxv:other')
  const refuse = (by: typeof OFFICER | 'wxv:other') => refuseApplication(hall.ports, by, applicationId)
  await expect(refuse('wxv:other')).rejects.toMatchObject(UNKNOWN)
  const opened = await hall.open(OFFICER, code)
  await expect(hall.approve('wxv:other', opened)).rejects.toMatchObject(UNKNOWN)
  await expect(refuse('wxv:other')).rejects.toMatchObject(UNKNOWN)
  await hall.employ(OFFICER, 'another-hall')
  await expect(hall.approve(OFFICER, opened)).rejects.toMatchObject(UNKNOWN)
  await hall.employ(OFFICER)
  await hall.approve(OFFICER, opened)
})

it('the database does not reveal the officers’ codes', async () => {
  const { code } = await hall.queue(alice)
  expect(JSON.stringify(hall.database.dump())).not.toContain(code)
})

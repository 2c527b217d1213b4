import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { findDesk } from '@nansha/core/wallet/find-desk'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { verifyDeskCode } from '@nansha/shared/desk-code/verify-desk-code'
import { expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { TRUST_LIST } from '#support/trust'
import { CLERK, createWorld } from '#support/world'

const phone = (n: number, citizenId = 'citizen') => ({ device: { _id: `phone-${n}`, citizenId } })
const answerOf = (attempt: Promise<unknown>) => attempt.catch((error: { code: string }) => error.code)

it('eight digits cannot be tried out: twenty wrong ones a day, on whatever phones, many at once or not', async () => {
  const world = await createWorld()
  const { digits = '' } = await showDeskCode(world.ports, CLERK, 'hotel', true)
  const wrong = (n: number) => String((Number(digits) + n) % 100_000_000).padStart(8, '0')
  const guesses = Array.from({ length: 30 }, (_, n) =>
    answerOf(findDesk(world.ports, phone(n % 3), wrong(n + 1))),
  )
  const answers = (await Promise.all(guesses)).sort()
  expect(answers.filter((answer) => answer === 'DESK_DIGITS_UNKNOWN')).toHaveLength(20)
  expect(answers.filter((answer) => answer === 'TOO_MANY_CODES')).toHaveLength(10)
  expect(await answerOf(findDesk(world.ports, phone(0), digits))).toBe('TOO_MANY_CODES')
  // Another identity is not shut out by it, and the next day begins anew.
  const found = await findDesk(world.ports, phone(9, 'another'), digits)
  expect(found).toEqual({ code: expect.any(String) })
  world.clock.now += DAY_MS
  expect(await answerOf(findDesk(world.ports, phone(0), digits))).toBe('DESK_DIGITS_UNKNOWN')
})

it('whoever guesses some learns which organisation asks, and nothing of anybody', async () => {
  const world = await createWorld()
  const { digits = '' } = await showDeskCode(world.ports, CLERK, 'hotel', true)
  const { code } = await findDesk(world.ports, phone(1), digits)
  const read = await verifyDeskCode(code, TRUST_LIST, 1, NOW, world.ports.verifySignature)
  expect(Object.keys(read).sort()).toEqual(['iat', 'issuerId', 'name', 'nonce', 'scenario'])
})

it('a desk cannot flood the digits to catch the slips of others’ guests', async () => {
  const world = await createWorld()
  for (let n = 0; n < 300; n++) {
    // Not so fast that the minute would stop it.
    world.clock.now += 2_000
    await showDeskCode(world.ports, CLERK, 'hotel', true)
  }
  await expect(showDeskCode(world.ports, CLERK, 'hotel', true)).rejects.toMatchObject({
    code: 'TOO_MANY_CODES',
  })
  await expect(showDeskCode(world.ports, CLERK, 'hotel')).resolves.not.toHaveProperty('digits')
})

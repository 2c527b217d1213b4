import { NanshaError } from '@nansha/shared/errors'
import { expect, test } from 'vitest'
import { deliverTicket } from '#citizen/desk/deliver-ticket'

/** Each try takes a second. */
function network(answers: readonly ('OFFLINE' | 'DESK_CODE_USED' | undefined)[]) {
  let tries = 0
  const send = async () => {
    const code = answers[Math.min(tries++, answers.length - 1)]
    if (code) throw new NanshaError(code)
  }
  const now = () => tries * 1000
  return { delivery: { send, now, goodUntil: 5000, pause: async () => undefined }, tries: () => tries }
}

test('deliverTicket sends the same again while the network fails, until it is answered', async () => {
  const { delivery, tries } = network(['OFFLINE', 'OFFLINE', undefined])
  await deliverTicket(delivery)
  expect(tries()).toBe(3)
})

test('deliverTicket gives up when the desk would no longer take it', async () => {
  const { delivery, tries } = network(['OFFLINE'])
  await expect(deliverTicket(delivery)).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(tries()).toBe(5)
})

test('deliverTicket does not repeat after a refusal', async () => {
  const { delivery, tries } = network(['DESK_CODE_USED'])
  await expect(deliverTicket(delivery)).rejects.toMatchObject({ code: 'DESK_CODE_USED' })
  expect(tries()).toBe(1)
})

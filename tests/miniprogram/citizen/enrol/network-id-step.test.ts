import { expect, test } from 'vitest'
import { createNetworkIdStep } from '#citizen/enrol/network-id-step'

const asked = { orgId: '00000304', businessId: '0003', serial: '0123456789abcdef0123456789abcdef' }

/** The national app, which answers each time it is opened with the next of these. */
function app(...answers: (string | undefined)[]) {
  const opened: string[] = []
  const step = createNetworkIdStep(async ({ serial }) => {
    opened.push(serial)
    return answers.shift()
  })
  return { step, opened }
}

test('the network ID step opens the app when the citizen asks, and not before', async () => {
  const { step, opened } = app('auth')
  const waiting = step.wait(asked)
  expect(opened).toEqual([])
  expect(await step.open()).toBe(true)
  expect(await waiting).toBe('auth')
  expect(opened).toEqual([asked.serial])
})

test('the network ID step can be repeated after the app was missing or brought nothing', async () => {
  const { step, opened } = app(undefined, undefined, 'auth')
  const waiting = step.wait(asked)
  expect([await step.open(), await step.open(), await step.open()]).toEqual([false, false, true])
  expect(await waiting).toBe('auth')
  expect(opened).toHaveLength(3)
})

test('the network ID step ends with nothing when the citizen gives up, even if the app answers later', async () => {
  const { step } = app('auth')
  const waiting = step.wait(asked)
  step.giveUp()
  await step.open()
  expect(await waiting).toBeUndefined()
})

test('the network ID step does not reuse the token of another enrolment', async () => {
  const { step } = app('first', 'second')
  const first = step.wait(asked)
  await step.open()
  expect(await first).toBe('first')
  const second = step.wait({ ...asked, serial: 'f'.repeat(32) })
  await step.open()
  expect(await second).toBe('second')
})

test('the network ID step opens nothing unasked', async () => {
  const { step, opened } = app('auth')
  expect(await step.open()).toBe(false)
  step.giveUp()
  expect(opened).toEqual([])
})

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

test('opens the app when the citizen says so, and not before', async () => {
  const { step, opened } = app('auth')
  const waiting = step.wait(asked)
  expect(opened).toEqual([])
  expect(await step.open()).toBe(true)
  expect(await waiting).toBe('auth')
  expect(opened).toEqual([asked.serial])
})

test('can be done again as often as it takes: the app was missing, or the citizen came back without', async () => {
  const { step, opened } = app(undefined, undefined, 'auth')
  const waiting = step.wait(asked)
  expect([await step.open(), await step.open(), await step.open()]).toEqual([false, false, true])
  expect(await waiting).toBe('auth')
  expect(opened).toHaveLength(3)
})

test('ends with nothing when the citizen gives up, even if the app answers later', async () => {
  const { step } = app('auth')
  const waiting = step.wait(asked)
  step.giveUp()
  await step.open()
  expect(await waiting).toBeUndefined()
})

test('what was made for one enrolment does not serve the next', async () => {
  const { step } = app('first', 'second')
  const first = step.wait(asked)
  await step.open()
  expect(await first).toBe('first')
  const second = step.wait({ ...asked, serial: 'f'.repeat(32) })
  await step.open()
  expect(await second).toBe('second')
})

test('nothing is opened when nobody asked', async () => {
  const { step, opened } = app('auth')
  expect(await step.open()).toBe(false)
  step.giveUp()
  expect(opened).toEqual([])
})

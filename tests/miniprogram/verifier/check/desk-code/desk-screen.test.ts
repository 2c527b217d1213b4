import type { Collected } from '@nansha/shared/api/verify'
import { digestText } from '@nansha/shared/encoding/digest'
import { shownCode } from '@nansha/verifier/src/check/desk-code/code-row'
import { type OpenDeskScreen, openDeskScreen } from '@nansha/verifier/src/check/desk-code/desk-screen'
import type { Subject } from '@nansha/verifier/src/check/subject'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RESIDENT } from '#support/person'
import { type Companion, createCompanion } from '../../support/companion'

let companion: Companion
let screen: OpenDeskScreen
let arrived: Subject[]
let refused: string[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  companion = await createCompanion()
  arrived = []
  refused = []
})
afterEach(() => {
  screen.close()
  vi.useRealTimers()
})

/** Lets the desk's own timers and the world's clock run together. */
async function wait(seconds: number) {
  for (let passed = 0; passed < seconds; passed++) {
    companion.world.clock.now += 1000
    await vi.advanceTimersByTimeAsync(1000)
    do {
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
    } while (companion.line.pending > 0)
  }
}
const open = async () => {
  screen = openDeskScreen(
    companion.desk,
    { scenario: 'bank' },
    {
      arrived: (subject) => arrived.push(subject),
      refused: (code) => refused.push(code),
    },
  )
  await wait(1)
}
const onScreen = () => {
  const state = screen.store.get()
  if (state.phase !== 'showing') throw new Error(`The screen is ${state.phase}`)
  return shownCode(state.row, companion.world.clock.now)?.code.code ?? ''
}
const approve = async (code: string) => {
  const { world, answerCode } = companion
  await answerCode(code, world.show(await world.giveHandle(), { scenario: 'bank', desk: digestText(code) }))
}

describe('the screen of a desk', () => {
  it('shows a code, another every thirty seconds, and never none', async () => {
    await open()
    const seen = [onScreen()]
    for (let second = 0; second < 65; second++) {
      await wait(1)
      if (onScreen() !== seen.at(-1)) seen.push(onScreen())
    }
    expect(new Set(seen).size).toBe(3)
  })

  it('shows who answered, once', async () => {
    await open()
    await approve(onScreen())
    await wait(4)
    expect(arrived).toMatchObject([
      { scenario: 'bank', claims: { name: RESIDENT.name, id_number: RESIDENT.id_number } },
    ])
    expect(refused).toEqual([])
  })

  it('hears an answer to the code before the one it shows', async () => {
    await open()
    const before = onScreen()
    await wait(35)
    await approve(before)
    await wait(3)
    expect(arrived).toHaveLength(1)
  })

  it('says why an answer is refused', async () => {
    await open()
    await approve(onScreen())
    await companion.world.setCredential({ status: 'frozen' })
    await wait(3)
    expect(refused).toEqual(['CREDENTIAL_FROZEN'])
  })

  it('does not take an answer that was given to another code', async () => {
    await open()
    const other = openDeskScreen(
      companion.desk,
      { scenario: 'bank' },
      { arrived: () => {}, refused: () => {} },
    )
    await wait(1)
    const state = other.store.get()
    other.close()
    if (state.phase !== 'showing') throw new Error('The other screen shows nothing')
    await approve(state.row[0]?.code ?? '')
    const stolen = (await companion.ask<Collected>('verify', {
      action: 'collect',
      nonces: [state.row[0]?.nonce],
    })) as Collected
    const own = screen.store.get()
    const nonce = own.phase === 'showing' ? own.row[0]?.nonce : undefined
    companion.line.tamper = (answer) =>
      'answer' in answer ? { answer: { ...stolen.answer, nonce } } : answer
    await wait(3)
    expect(arrived).toEqual([])
    expect(refused).toEqual(['DESK_MISMATCH'])
  })
})

describe('a desk without network', () => {
  it('keeps the last code while it is good, and says that nothing arrives', async () => {
    await open()
    companion.line.failure = 'OFFLINE'
    await wait(40)
    expect(screen.store.get()).toMatchObject({ phase: 'showing', offline: true })
    companion.line.failure = undefined
    await wait(3)
    expect(screen.store.get()).toMatchObject({ phase: 'showing', offline: false })
  })

  it('shows no code that has expired', async () => {
    await open()
    companion.line.failure = 'OFFLINE'
    await wait(125)
    expect(screen.store.get()).toEqual({ phase: 'failed', code: 'OFFLINE' })
  })

  it('says at once when it may not show one at all', async () => {
    await companion.world.setOrganisation({ scenarios: ['hotel'] })
    await open()
    expect(screen.store.get()).toEqual({ phase: 'failed', code: 'STAFF_NOT_ENTITLED' })
  })
})

it('a desk that nobody comes to stops showing its code', async () => {
  await open()
  await wait(605)
  expect(screen.store.get()).toEqual({ phase: 'paused' })
})

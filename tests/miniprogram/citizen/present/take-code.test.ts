import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { describe, expect, test } from 'vitest'
import { formsOf, takeCode } from '#citizen/present/take-code'
import { createStocks } from '#citizen/wallet/stocks'
import { NOW_MS } from '#support/clock'
import { createMemoryStorage } from '../../support/memory-storage'

const seconds = NOW_MS / 1000
const TOMORROW = seconds + 86_400

/** A server that releases handles fresh for so long, and passes unless it says why not. */
function stocks(
  server: { bankUntil?: number; gateUntil?: number; handles?: NanshaError; passes?: NanshaError } = {},
) {
  return createStocks(createMemoryStorage(), () => NOW_MS, {
    fetchHandles: async (count) => {
      if (server.handles) throw server.handles
      const goodUntil = {
        'pin-or-biometric': TOMORROW,
        'fresh-face-or-pin': server.gateUntil ?? TOMORROW,
        'fresh-face-or-fresh-pin': server.bankUntil ?? TOMORROW,
      }
      return Array.from({ length: count }, (_, n) => ({
        handle: `handle-${n}`,
        expiresAt: TOMORROW,
        goodUntil,
      }))
    },
    fetchPasses: async (scenario, count) => {
      if (server.passes) throw server.passes
      const pass = (n: number) => ({ pass: `h.${scenario}.${n}.s~`, portrait: '', expiresAt: TOMORROW })
      return Array.from({ length: count }, (_, n) => pass(n))
    },
  })
}

const take = (from: ReturnType<typeof stocks>, scenario: ScenarioName, isOnline = true) =>
  takeCode(from, scenario, formsOf(scenario, isOnline), NOW_MS)
const offline = new NanshaError('OFFLINE')

describe('formsOf', () => {
  test.each([
    ['hotel', true, ['ticket']],
    ['hotel', false, ['ticket']],
    ['gate', true, ['pass', 'ticket']],
    ['gate', false, ['pass', 'ticket']],
    ['age', true, ['ticket', 'pass']],
    ['age', false, ['pass', 'ticket']],
  ] as const)('%s, online %s: %j', (scenario, isOnline, forms) => {
    expect(formsOf(scenario, isOnline)).toEqual(forms)
  })
})

describe('takeCode', () => {
  test('a gate is shown a pass, known to the server by its digest', async () => {
    const code = await take(stocks(), 'gate')
    expect(code).toMatchObject({ form: 'pass', use: digestText('h.gate.0'), held: { pass: 'h.gate.0.s~' } })
  })

  test('a pass that was taken is not taken again', async () => {
    const held = stocks()
    const uses = await Promise.all(Array.from({ length: 5 }, () => take(held, 'gate')))
    expect(new Set(uses.map(({ use }) => use)).size).toBe(5)
  })

  test('a ticket goes through the gate when no pass can be had', async () => {
    const dayIsUsedUp = new NanshaError('PASS_UNAVAILABLE')
    expect(await take(stocks({ passes: dayIsUsedUp }), 'gate')).toMatchObject({ form: 'ticket' })
    expect(await take(stocks({ passes: offline }), 'gate', false)).toMatchObject({ form: 'ticket' })
  })

  test('age is proven by a ticket online and by a pass without network', async () => {
    expect(await take(stocks(), 'age')).toMatchObject({ form: 'ticket' })
    expect(await take(stocks({ handles: offline }), 'age', false)).toMatchObject({ form: 'pass' })
    const dayIsSpent = new NanshaError('ATTEMPTS_EXHAUSTED')
    expect(await take(stocks({ handles: dayIsSpent }), 'age')).toMatchObject({ form: 'pass' })
  })

  test('where the server wants the PIN for a pass, it is asked for, and no ticket is spent in its place', async () => {
    const held = stocks({ passes: new NanshaError('UNLOCK_REQUIRED') })
    await expect(take(held, 'gate')).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
    expect(await held.handles.left()).toEqual([])
  })

  test('a bank takes a handle that is good for a bank until it is judged, and otherwise asks for an unlock', async () => {
    expect(await take(stocks({ bankUntil: seconds + 180 }), 'bank')).toMatchObject({ form: 'ticket' })
    await expect(take(stocks({ bankUntil: seconds + 60 }), 'bank')).rejects.toMatchObject({
      code: 'UNLOCK_REQUIRED',
    })
  })

  test('a hotel takes any handle', async () => {
    expect(await take(stocks({ bankUntil: 0, gateUntil: 0 }), 'hotel')).toEqual({
      form: 'ticket',
      use: 'handle-0',
    })
  })

  test('with nothing left and no network it says so', async () => {
    const empty = stocks({ handles: offline, passes: offline })
    await expect(take(empty, 'gate', false)).rejects.toMatchObject({ code: 'OFFLINE' })
  })
})

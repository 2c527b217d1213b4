import { type Services, serveAction } from '@nansha/core/function/serve-action'
import { expect, test } from 'vitest'

type Request = { readonly action: 'ask'; readonly count: number } | { readonly action: 'tell' }
const told: string[] = []
const services: Services<Request, string> = {
  ask: async (caller, { count }) => ({ caller, count }),
  tell: async (caller) => void told.push(caller),
}

test('the service of an action gets the caller and the request, and its result is the answer', async () => {
  expect(await serveAction(services, 'wx:a', { action: 'ask', count: 2 })).toEqual({
    caller: 'wx:a',
    count: 2,
  })
})

test('a service without a result is awaited and answered by an empty object', async () => {
  expect(await serveAction(services, 'wx:b', { action: 'tell' })).toEqual({})
  expect(told).toEqual(['wx:b'])
})

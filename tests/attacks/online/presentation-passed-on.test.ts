import { unixSeconds } from '@nansha/shared/clock/durations'
import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, answerForged, createOnlineWorld, type OnlineWorld } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it('a presentation that was made for one request is refused in the answer to another', async () => {
  const nonce = 'nonce-of-another-transaction'
  expect(await answerForged(online, ASK_NAME, { request: { nonce } })).toBe('CREDENTIAL_INVALID')
})

it('a presentation that was made for another website is refused', async () => {
  const client_id = `x509_hash:${'B'.repeat(43)}`
  expect(await answerForged(online, ASK_NAME, { request: { client_id } })).toBe('BINDING_INVALID')
})

it('a presentation that was made long ago or in the future is refused', async () => {
  const seconds = unixSeconds(online.clock.now)
  expect(await answerForged(online, ASK_NAME, { issuedAt: seconds - 400 })).toBe('BINDING_INVALID')
  expect(await answerForged(online, ASK_NAME, { issuedAt: seconds + 400 })).toBe('BINDING_INVALID')
})

it('an answer of another state is refused', async () => {
  expect(await answerForged(online, ASK_NAME, { request: { state: 'another' } })).toBe('ANSWER_UNREADABLE')
})

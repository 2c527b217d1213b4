import { answerPortal } from '@nansha/citizen/src/online/answer-portal'
import { readPortal } from '@nansha/citizen/src/online/read-portal'
import { carry } from '@nansha/core/present/carry'
import type { PresentEvent } from '@nansha/shared/api/present'
import { beforeEach, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

it.each([
  'https://evil.example/',
  'https://hall.example.evil.example/',
  'javascript:alert(1)',
  '//evil.example/',
  'https://hall.example@evil.example/',
])('a way back that leaves the website is not taken: %s', async (redirect_uri) => {
  const { link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
  const request = await readPortal(online.phone, link)
  const ask: typeof online.phone.ask = async <Result>(name: string, event: object) =>
    name === 'present'
      ? ((await carry(
          { ...online.present, post: async () => ({ status: 200, body: JSON.stringify({ redirect_uri }) }) },
          event as PresentEvent,
        )) as Result)
      : online.phone.ask<Result>(name, event)
  const { returnTo } = await answerPortal({ ...online.phone, ask }, request, [])
  expect(returnTo).toBeUndefined()
})

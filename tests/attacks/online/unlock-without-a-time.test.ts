import { expect, it } from 'vitest'
import { ASK_NAME, answerForged, createOnlineWorld } from '../../support/online-world'

it('an unlock whose time is missing, or no number, counts as none', async () => {
  const online = await createOnlineWorld()
  const { onlineSigner } = online.cloud.ports
  const unlock = { methods: ['face', 'pin'], seconds: 30 * 60 }
  await online.unlock()
  expect(await answerForged(online, { ...ASK_NAME, unlock })).toBe('done')
  for (const auth_time of [undefined, 'now']) {
    const sign: typeof onlineSigner.sign = (typ, payload) => onlineSigner.sign(typ, { ...payload, auth_time })
    Object.assign(online.cloud.ports, { onlineSigner: { ...onlineSigner, sign } })
    expect(await answerForged(online, { ...ASK_NAME, unlock })).toBe('UNLOCK_TOO_WEAK')
  }
})

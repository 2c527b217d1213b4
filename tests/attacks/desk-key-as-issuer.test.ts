import { expect, it } from 'vitest'
import { createOfflineWorld } from '../support/offline-world'
import { deskSigner } from '../support/trust'

it('the key that answers desks makes no passes', async () => {
  const world = await createOfflineWorld()
  const pass = await world.pass({}, world.credential, deskSigner)
  await expect(world.verify(await world.frames({ pass }), await world.open())).rejects.toMatchObject({
    code: 'CREDENTIAL_INVALID',
    details: { check: 'KEY' },
  })
})

import { packPortrait } from '@nansha/shared/pass/portrait-frame'
import { expect, it } from 'vitest'
import { createOfflineWorld, FACE } from '../support/offline-world'

it('a portrait frame with any change is refused beside its proof frame', async () => {
  const world = await createOfflineWorld()
  const bundle = await world.open()
  const { proof } = await world.frames()
  const other = Uint8Array.from(FACE)
  other[100] = (other[100] ?? 0) ^ 1
  for (const face of [other, FACE.slice(0, -1), new Uint8Array(430)]) {
    await expect(world.verify({ proof, portrait: packPortrait(face) }, bundle)).rejects.toMatchObject({
      code: 'CREDENTIAL_INVALID',
      details: { check: 'PORTRAIT' },
    })
  }
  await expect(world.verify({ proof, portrait: 'NF1:' }, bundle)).rejects.toMatchObject({
    code: 'QR_UNREADABLE',
  })
})

import { loadModel, MODEL_HASHES, type ModelFile } from '@nansha/core/face/model-files'
import { expect, it } from 'vitest'
import { readModel } from '../../support/face-models'

it.each(Object.keys(MODEL_HASHES) as ModelFile[])(
  'ships %s with the hash that thresholds were chosen for',
  async (file) => {
    expect((await loadModel(readModel, file)).length).toBeGreaterThan(0)
  },
)

it('refuses a model of which one bit changed', async () => {
  const changed = async (file: string) => {
    const bytes = Buffer.from(await readModel(file))
    bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000)
    return bytes
  }
  await expect(loadModel(changed, 'tiny_face_detector_model.bin')).rejects.toThrow('not the one')
})

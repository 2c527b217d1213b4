import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadModel, MODEL_HASHES, type ModelFile } from '@nansha/core/face/model-files'
import { expect, it } from 'vitest'
import { locateModel } from '../../support/face-models'

it.each(Object.keys(MODEL_HASHES) as ModelFile[])(
  'the face model loader loads %s as it is shipped',
  async (file) => {
    expect((await loadModel(locateModel, file)).length).toBeGreaterThan(0)
  },
)

it('the face model loader refuses a model of which one bit changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'model-'))
  try {
    const bytes = await readFile(locateModel('tiny_face_detector_model.bin'))
    bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000)
    const changed = join(folder, 'changed.bin')
    await writeFile(changed, bytes)
    await expect(loadModel(() => changed, 'tiny_face_detector_model.bin')).rejects.toThrow('not the file')
  } finally {
    await rm(folder, { recursive: true })
  }
})

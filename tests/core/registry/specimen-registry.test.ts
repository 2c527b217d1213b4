import { FaceFault } from '@nansha/core/clients/face-answer'
import type { MatchFaces } from '@nansha/core/clients/match-faces'
import { createSpecimenRegistry } from '@nansha/core/registry/specimen-registry'
import { registerSpecimen } from '@nansha/core/specimen/register-specimen'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts, SAME_PERSON } from '../../support/enrol-ports'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
const li = { name: '李·明', idNumber: '11010519491231002X' }
let cloud: ReturnType<typeof createEnrolPorts>
beforeEach(async () => {
  cloud = createEnrolPorts()
  await registerSpecimen(cloud.ports, {
    action: 'register',
    ...li,
    idNumber: '11010519491231002x',
    portrait: JPEG.toString('base64'),
    ethnicity: '汉',
    address: '广州',
  })
})

const PHOTOS = {
  all: [
    { fileId: 'frame-0', digest: 'd' },
    { fileId: 'frame-1', digest: 'e' },
  ],
  shown: async () => JPEG,
}
const compare = (changes: object = {}) =>
  createSpecimenRegistry(cloud.ports).compare({
    ...li,
    account: { appId: 'wxc', openId: 'alice' },
    photos: PHOTOS,
    session: null,
    idCardAuthData: null,
    document: 'resident-id-card' as const,
    ...changes,
  })

describe('the specimen registry', () => {
  it('knows nobody under a document that their number is not printed on', async () => {
    expect(await compare()).toBe('confirmed')
    expect(await compare({ document: 'taiwan-permit' })).toBe('refused')
  })

  it('knows a name under a number, however its dot was typed', async () => {
    for (const name of ['李·明', '李•明', '李・明', '李.明', ' 李·明 ', '李 · 明\ufe00'])
      expect(await compare({ name })).toBe('confirmed')
    for (const name of ['李明', '李··明', '李', '']) expect(await compare({ name })).toBe('refused')
    expect(await compare({ idNumber: '440524188001010014' })).toBe('refused')
  })

  it('believes no correction that contradicts its own record', async () => {
    for (const corrections of [{}, { ethnicity: '汉' }, { address: '广州' }])
      expect(await compare({ corrections })).toBe('confirmed')
    for (const corrections of [{ ethnicity: '回' }, { ethnicity: '' }, { address: '广州市' }])
      expect(await compare({ corrections })).toBe('refused')
  })

  it('asks whether the living person is the one of its own portrait, and takes the matcher’s word', async () => {
    const asked: Parameters<MatchFaces>[] = []
    const decisions = ['match', 'refer', 'no-match'] as const
    for (const decision of decisions) {
      const matchFaces: MatchFaces = async (...photos) => {
        asked.push(photos)
        return { ...SAME_PERSON, decision }
      }
      const registry = createSpecimenRegistry({ ...cloud.ports, matchFaces })
      const account = { appId: 'wxc', openId: 'alice' }
      const expected = { match: 'confirmed', refer: 'unsure', 'no-match': 'refused' }[decision]
      expect(
        await registry.compare({
          ...li,
          account,
          photos: PHOTOS,
          session: null,
          idCardAuthData: null,
          document: 'resident-id-card',
        }),
      ).toBe(expected)
    }
    // Every frame, and by its digest: the file may hold another photo by now.
    const photos = [PHOTOS.all, { fileId: expect.stringMatching(/specimens\//) }]
    expect(asked).toEqual([photos, photos, photos])
  })

  it('refuses when its portrait cannot be judged', async () => {
    cloud.world.faces = () => Promise.reject(new FaceFault('FACE_NOT_FOUND', { which: 'reference' }))
    expect(await compare()).toBe('refused')
  })
})

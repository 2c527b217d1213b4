import type { Ask } from '@nansha/kit/cloud/ask'
import type { EnrolBegun } from '@nansha/shared/api/enrol'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import { expect, test } from 'vitest'
import { checkSelfie } from '#citizen/enrol/check-selfie'
import type { Selfie } from '#citizen/enrol/live-person'

const begun = { enrolmentId: 'e', uploads: { selfie: 'enrolments/e/selfie' } } as EnrolBegun
const film: Selfie = { frames: [{ src: 'f0' }, { src: 'f1' }], path: 'enrolments/e/frame-c-' }

/** A cloud that refuses the next uploads and looks with these codes, one each. */
function cloud({ uploads = [], looks = [] }: { uploads?: 'OFFLINE'[]; looks?: ErrorCode[] } = {}) {
  const done: string[] = []
  const ask = (async (_name: string, { action }: { action: string }) => {
    done.push(action)
    const code = looks.shift()
    if (code) throw new NanshaError(code, { which: 'selfie' })
    return {}
  }) as Ask
  const uploadFile = async (path: string) => {
    done.push(path)
    const code = uploads.shift()
    return code ? { ok: false as const, code } : { ok: true as const, fileID: `cloud://${path}` }
  }
  return { done, check: (selfie: Selfie) => checkSelfie({ ask, uploadFile }, begun, selfie) }
}
const [first, second] = ['enrolments/e/frame-c-0', 'enrolments/e/frame-c-1']

test('what was filmed is uploaded and looked at, and the submission is told where it lies', async () => {
  const { check, done } = cloud()
  expect(await check(film)).toEqual({ frames: [`cloud://${first}`, `cloud://${second}`] })
  expect(done).toEqual([first, second, 'check-selfie'])
})

test('a plain picture is looked at likewise', async () => {
  const { check, done } = cloud()
  expect(await check({ picture: { src: 's' } })).toEqual({ selfie: 'cloud://enrolments/e/selfie' })
  expect(done).toEqual(['enrolments/e/selfie', 'check-selfie'])
})

test('a lost upload and a lost answer are asked for once more, the answer without another upload', async () => {
  const { check, done } = cloud({ uploads: ['OFFLINE'], looks: ['SERVICE_SLOW'] })
  await check(film)
  expect(done).toEqual([first, second, first, second, 'check-selfie', 'check-selfie'])
})

test('without a network to the end, it says so', async () => {
  await expect(cloud({ uploads: ['OFFLINE', 'OFFLINE', 'OFFLINE'] }).check(film)).rejects.toMatchObject({
    code: 'OFFLINE',
  })
  await expect(cloud({ looks: ['OFFLINE', 'OFFLINE'] }).check(film)).rejects.toMatchObject({
    code: 'OFFLINE',
  })
})

test('a refusal is handed on at once, with the picture that it is about', async () => {
  const { check, done } = cloud({ looks: ['FACE_DARK'] })
  await expect(check(film)).rejects.toMatchObject({ code: 'FACE_DARK', details: { which: 'selfie' } })
  expect(done.filter((action) => action === 'check-selfie')).toHaveLength(1)
})

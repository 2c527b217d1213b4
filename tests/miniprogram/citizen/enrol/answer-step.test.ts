import { createHash } from 'node:crypto'
import { NanshaError } from '@nansha/shared/errors'
import { expect, test, vi } from 'vitest'
import { answerStep } from '#citizen/enrol/answer-step'

const FRAMES: Readonly<Record<string, string>> = { 'blob:1': 'one picture', 'blob:2': 'another' }
vi.mock('@nansha/kit/camera/picture', () => ({
  readPicture: async ({ src }: { src: string }) => new TextEncoder().encode(FRAMES[src]),
}))

const pictures = [{ src: 'blob:1' }, { src: 'blob:2' }]
const digests = Object.values(FRAMES).map((text) => createHash('sha256').update(text).digest('base64url'))
const event = { action: 'answer-step', enrolmentId: 'e', step: 0, digests }
const next = { number: 1, request: 'open-mouth' }

test('answerStep names pictures by the SHA-256 that the server will find', async () => {
  const ask = vi.fn().mockResolvedValue({ step: next })
  expect(await answerStep(ask, 'e', 0, pictures)).toEqual(next)
  expect(ask.mock.calls).toEqual([['enrol', event]])
})

test('answerStep asks once more when no answer came, and no more', async () => {
  const offline = new NanshaError('OFFLINE')
  const once = vi.fn().mockRejectedValueOnce(offline).mockResolvedValue({ step: null })
  expect(await answerStep(once, 'e', 0, pictures)).toBeNull()
  expect(once.mock.calls).toEqual([
    ['enrol', event],
    ['enrol', event],
  ])
  const never = vi.fn().mockRejectedValue(offline)
  await expect(answerStep(never, 'e', 0, pictures)).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(never).toHaveBeenCalledTimes(2)
  const refused = vi.fn().mockRejectedValue(new NanshaError('LIVENESS_TIMING'))
  await expect(answerStep(refused, 'e', 0, pictures)).rejects.toMatchObject({ code: 'LIVENESS_TIMING' })
  expect(refused).toHaveBeenCalledTimes(1)
})

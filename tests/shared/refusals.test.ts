import { NanshaError } from '@nansha/shared/errors'
import { refusalCode, unlessRefused } from '@nansha/shared/refusals'
import { expect, it } from 'vitest'

const defect = () => Promise.reject(new TypeError('a defect'))
const refusal = () => Promise.reject(new NanshaError('TICKET_EXPIRED'))

it('a refusal is told by its code, and what went well has none', async () => {
  expect(await refusalCode(refusal())).toBe('TICKET_EXPIRED')
  expect(await refusalCode(Promise.resolve('done'))).toBeUndefined()
  await expect(refusalCode(defect())).rejects.toThrow('a defect')
})

it('a message that is refused is none, and what went well is what it is', async () => {
  expect(await unlessRefused(refusal())).toBeUndefined()
  expect(await unlessRefused(Promise.resolve('done'))).toBe('done')
  await expect(unlessRefused(defect())).rejects.toThrow('a defect')
})

import { requireLicence } from '@nansha/core/limits/require-licence'
import { expect, it } from 'vitest'
import { NOW_MS } from '#support/clock'

const END = NOW_MS
const codeAt = (now: number, suspendedAt: Date | null = null) => {
  try {
    requireLicence({ licenceExpiresAt: new Date(END), suspendedAt }, now)
    return 'may work'
  } catch (error) {
    return (error as { code: string }).code
  }
}

it('an organisation works until its licence ends, and not in that millisecond', () => {
  expect([codeAt(END - 1), codeAt(END), codeAt(END + 1)]).toEqual([
    'may work',
    'LICENCE_EXPIRED',
    'LICENCE_EXPIRED',
  ])
})

it('a suspended organisation does not work, whatever its licence says', () => {
  expect([codeAt(END - 1, new Date(0)), codeAt(END, new Date(END))]).toEqual([
    'LICENCE_SUSPENDED',
    'LICENCE_SUSPENDED',
  ])
})

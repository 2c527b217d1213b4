import { describe, expect, it } from 'vitest'
import {
  type Application,
  type ApplicationEvent,
  nextApplication,
} from '#verifier/manage/officer/application'

const opened = { applicationId: 'a', uploads: { card: 'c', portrait: 'p' }, phoneHolds: false, expiresAt: 0 }
const field = (value: string) => ({ value, confidence: 1, confirm: false })
const front = { fields: { name: field('李明') }, portrait: 'jpeg' }
const emblem = { fields: { validUntil: field('long-term') } }
const card = { fields: { ...front.fields, ...emblem.fields }, portrait: 'jpeg' }
const particulars = { name: '李明', idNumber: '11010519491231002X', cardValidity: 'long-term' }
const portrait = { src: 'blob:1' }
const run = (...events: ApplicationEvent[]) => events.reduce<Application>(nextApplication, { at: 'code' })
const steps: ApplicationEvent[] = [
  { type: 'opened', opened },
  { type: 'read', card: front },
  { type: 'read', card: emblem },
  { type: 'described', particulars },
  { type: 'photographed', portrait },
]

describe('a person at the counter', () => {
  it('code, both sides of the card, details, portrait, review, approved', () => {
    expect(steps.map((_, index) => run(...steps.slice(0, index + 1)).at)).toEqual([
      'card',
      'emblem',
      'details',
      'portrait',
      'review',
    ])
    expect(run(...steps, { type: 'approved' })).toEqual({ at: 'approved', name: '李明' })
  })

  it('is not approved before the review, whatever arrives late', () => {
    for (let count = 0; count < steps.length; count++)
      expect(run(...steps.slice(0, count), { type: 'approved' }).at).not.toBe('approved')
  })

  it('keeps what was entered when the picture must be taken again, and says why', () => {
    const again = run(...steps, { type: 'photograph-again', failure: 'FACE_DARK' })
    expect(again).toEqual({ at: 'portrait', opened, card, particulars, failure: 'FACE_DARK' })
    expect(nextApplication(again, { type: 'photographed', portrait })).toEqual({
      at: 'review',
      opened,
      card,
      particulars,
      portrait,
    })
  })

  it('whose card cannot be read is typed in, be it one side or both', () => {
    expect(run({ type: 'opened', opened }, { type: 'type-instead' })).toEqual({ at: 'details', opened })
    expect(run(...steps.slice(0, 2), { type: 'type-instead' })).toEqual({
      at: 'details',
      opened,
      card: front,
    })
  })

  it('is refused at any step but the first, and nothing of them is left', () => {
    expect(run({ type: 'refused' })).toEqual({ at: 'code' })
    expect(run(...steps, { type: 'refused' })).toEqual({ at: 'refused' })
    expect(run(...steps, { type: 'next' })).toEqual({ at: 'code' })
  })
})

describe('a child at the counter', () => {
  const guardian = { name: '李娜', idNumber: '440115199003070023', portrait: 'UklGR' }
  const forChild = { ...opened, guardian }
  const found: ApplicationEvent[] = [
    { type: 'opened', opened: forChild },
    { type: 'guardian-seen' },
    { type: 'read', card: front },
    { type: 'read', card: emblem },
    { type: 'described', particulars },
  ]

  it('code, guardian, both sides of the child’s card, details, the register’s child, approved', () => {
    expect(found.map((_, index) => run(...found.slice(0, index + 1)).at)).toEqual([
      'guardian',
      'card',
      'emblem',
      'details',
      'child',
    ])
    expect(run(...found, { type: 'approved' })).toEqual({
      at: 'approved',
      name: '李明',
      guardian: '李娜',
    })
  })

  it('is not reached past a guardian whom nobody compared, and not photographed', () => {
    expect(run(...found.slice(0, 1), { type: 'read', card: front }).at).toBe('guardian')
    expect(run(...found, { type: 'photographed', portrait }).at).toBe('child')
  })

  it('whom the register did not find is typed again, from what was typed', () => {
    const again = run(...found, { type: 'correct' })
    expect(again).toEqual({ at: 'details', opened: forChild, card, typed: particulars })
    expect(nextApplication(again, { type: 'described', particulars })).toEqual(run(...found))
  })

  it('is refused at each step', () => {
    for (let count = 1; count <= found.length; count++)
      expect(run(...found.slice(0, count), { type: 'refused' })).toEqual({ at: 'refused' })
  })
})

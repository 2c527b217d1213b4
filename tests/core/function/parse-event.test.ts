import { parseEvent } from '@nansha/core/function/parse-event'
import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const Event = v.strictObject({ action: v.literal('begin'), consent: v.strictObject({ face: v.boolean() }) })
const event = { action: 'begin', consent: { face: true } }

describe('parseEvent', () => {
  it('takes an event as it is, and as the platform delivers it', () => {
    expect(parseEvent(Event, event)).toEqual(event)
    expect(parseEvent(Event, { ...event, userInfo: { openId: 'o', appId: 'a' } })).toEqual(event)
  })

  it.each([
    [null, ''],
    ['begin', ''],
    [{ ...event, more: 1 }, 'more'],
    [{ ...event, consent: { face: 'secret' } }, 'consent.face'],
  ])('refuses %j and names the field, not the value', (bad, field) => {
    try {
      parseEvent(Event, bad)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(NanshaError)
      expect((error as NanshaError).code).toBe('INPUT_INVALID')
      expect((error as NanshaError).details).toEqual({ field })
    }
  })
})

import { admitGuest, doDuties } from '@nansha/core/stays/admit-guest'
import { arrive } from '@nansha/core/stays/arrive'
import { StaysEvent } from '@nansha/shared/api/stays'
import { GuestReport } from '@nansha/shared/guest-report/guest-report'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import type { DevelopmentCall } from '#demo/development-client'
import { EVENING_PARTIES, receiveParty } from '#demo/hotel-evening'
import { createHotel } from '#support/hotel'
import { CLERK } from '#support/world'

const ACCOUNT = { appId: 'companion', openId: 'desk1' }

it('an evening brings every kind of guest without a phone to the desk, and the authority hears of each', async () => {
  const hotel = await createHotel()
  const call: DevelopmentCall = async (_account, _name, sent) => {
    const event = v.parse(StaysEvent, sent)
    if (event.action === 'admit') await admitGuest(hotel.stayPorts, CLERK, event)
    else if (event.action === 'duties') await doDuties(hotel.stayPorts, CLERK, event)
    else if (event.action === 'arrive') await arrive(hotel.stayPorts, CLERK, event)
    return { ok: true }
  }
  for (let party = 0; party < EVENING_PARTIES; party++)
    await receiveParty(call, ACCOUNT, party, hotel.clock.now)
  await hotel.send()
  expect(hotel.stays().map(({ state }) => state)).toEqual(Array(EVENING_PARTIES).fill('reported'))
  const guests = [...hotel.authority.all()].flatMap(({ report }) => v.parse(GuestReport, report).guests)
  expect(new Set(guests.map(({ kind }) => kind))).toEqual(
    new Set(['card', 'child', 'passport', 'permit', 'permanent-resident']),
  )
})

it('a desk that is refused says why', async () => {
  const refused: DevelopmentCall = async () => ({ ok: false, code: 'STAFF_NOT_ENTITLED' })
  await expect(receiveParty(refused, ACCOUNT, 0, Date.now())).rejects.toThrowError(/STAFF_NOT_ENTITLED/)
})

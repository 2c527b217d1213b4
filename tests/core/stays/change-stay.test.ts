import { correctGuest } from '@nansha/core/stays/admit-guest'
import { addGuests, departStay, extendStay, moveStay, removeGuest } from '@nansha/core/stays/change-stay'
import { showStay } from '@nansha/core/stays/list-stays'
import { beforeEach, describe, expect, it } from 'vitest'
import { CARD, createHotel, type Hotel } from '#support/hotel'
import { CLERK, OTHER_CLERK } from '#support/world'

let hotel: Hotel
let stay: string
beforeEach(async () => {
  hotel = await createHotel()
  stay = await hotel.checkIn()
})
const show = () => showStay(hotel.stayPorts, CLERK, stay)

describe('changing a stay', () => {
  it('leaves a trail of every change with its time, actor and cause, and queues each', async () => {
    await moveStay(hotel.stayPorts, CLERK, { stay, revision: 1, room: '909' })
    await extendStay(hotel.stayPorts, CLERK, { stay, revision: 2, until: hotel.day(5) })
    await hotel.admit(stay)
    await addGuests(hotel.stayPorts, CLERK, { stay, revision: 3 })
    const added = (await show()).guests.find(({ kind }) => kind === 'card')?.guest ?? ''
    await correctGuest(hotel.stayPorts, CLERK, {
      stay,
      revision: 4,
      guest: added,
      document: { ...CARD, name: '李丽' } as typeof CARD,
    })
    await removeGuest(hotel.stayPorts, CLERK, { stay, revision: 5, guest: added })
    await departStay(hotel.stayPorts, CLERK, { stay, revision: 6 })
    const { trail, state, room, revision } = await show()
    expect({ state, room, revision }).toEqual({ state: 'departed', room: '909', revision: 7 })
    expect(trail.map(({ cause, state, actor, detail }) => [cause, state, actor, detail])).toEqual([
      ['arrival', 'arrived', '王芳', '808'],
      ['room', 'corrected', '王芳', '808 → 909'],
      ['extension', 'corrected', '王芳', `${hotel.day(2)} → ${hotel.day(5)}`],
      ['guest-added', 'corrected', '王芳', '李娜'],
      ['guest-corrected', 'corrected', '王芳', '李丽'],
      ['guest-left', 'corrected', '王芳', '李丽'],
      ['departure', 'departed', '王芳', '909'],
    ])
    expect(
      hotel
        .queue()
        .map(({ revision, kind }) => `${revision} ${kind}`)
        .sort(),
    ).toEqual([
      '1 arrival',
      '2 correction',
      '3 correction',
      '4 correction',
      '5 correction',
      '6 correction',
      '7 departure',
    ])
  })

  it('never writes over what a colleague has just changed', async () => {
    await moveStay(hotel.stayPorts, CLERK, { stay, revision: 1, room: '909' })
    await expect(moveStay(hotel.stayPorts, CLERK, { stay, revision: 1, room: '707' })).rejects.toMatchObject({
      code: 'STAY_CHANGED',
    })
    expect((await show()).room).toBe('909')
  })

  it('moves nobody who has left, and checks nobody out twice', async () => {
    await departStay(hotel.stayPorts, CLERK, { stay, revision: 1 })
    const seen = { stay, revision: 2 }
    await expect(moveStay(hotel.stayPorts, CLERK, { ...seen, room: '1' })).rejects.toMatchObject({
      code: 'STAY_ENDED',
    })
    await expect(departStay(hotel.stayPorts, CLERK, seen)).rejects.toMatchObject({ code: 'STAY_ENDED' })
  })

  it('does not empty a room by taking its last guest away', async () => {
    const [guest] = (await show()).guests
    await expect(
      removeGuest(hotel.stayPorts, CLERK, { stay, revision: 1, guest: guest?.guest ?? '' }),
    ).rejects.toMatchObject({ code: 'STAY_WITHOUT_GUEST' })
  })

  it('is for nobody of another organisation', async () => {
    const seen = { stay, revision: 1 }
    await expect(moveStay(hotel.stayPorts, OTHER_CLERK, { ...seen, room: '1' })).rejects.toMatchObject({
      code: 'STAY_UNKNOWN',
    })
    await expect(departStay(hotel.stayPorts, OTHER_CLERK, seen)).rejects.toMatchObject({
      code: 'STAY_UNKNOWN',
    })
  })
})

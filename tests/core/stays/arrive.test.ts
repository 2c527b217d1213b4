import { randomId } from '@nansha/core/function/random-id'
import { admitGuest, turnAway } from '@nansha/core/stays/admit-guest'
import { departStay } from '@nansha/core/stays/change-stay'
import { beforeEach, describe, expect, it } from 'vitest'
import { CARD, CHILD, createHotel, type Hotel } from '#support/hotel'
import { CLERK, OTHER_CLERK } from '#support/world'

let hotel: Hotel
let stay: string
beforeEach(async () => {
  hotel = await createHotel()
  stay = randomId()
})

describe('arriving', () => {
  it('gives a scanned guest a room and queues the report in the same moment', async () => {
    await hotel.scan(stay)
    expect(hotel.waiting()).toMatchObject([
      { stayId: stay, guest: { kind: 'nansha', name: '李明', last4: '002X' } },
    ])
    expect(await hotel.arrive(stay)).toEqual({ stay, room: '808', guests: 1 })
    expect(hotel.waiting()).toEqual([])
    expect(hotel.stays()).toMatchObject([
      { _id: stay, state: 'arrived', isHere: true, revision: 1, room: '808', party: [{ name: '李明' }] },
    ])
    expect(hotel.queue()).toMatchObject([{ _id: `${stay}.1`, kind: 'arrival', state: 'waiting' }])
  })

  it('takes a party of a phone, a card and a child, and asks the duties for the child first', async () => {
    await hotel.scan(stay)
    await hotel.admit(stay)
    const child = await hotel.admit(stay, CHILD)
    expect(child).toMatchObject({ isMinor: true, needsDuties: true, last4: '' })
    await expect(hotel.arrive(stay)).rejects.toMatchObject({ code: 'MINOR_DUTIES_MISSING' })
    expect(await hotel.duties(child.guest)).toMatchObject({ needsDuties: false })
    expect(await hotel.arrive(stay)).toMatchObject({ guests: 3 })
    const report = JSON.parse(hotel.queue()[0]?.report ?? '')
    expect(
      report.guests.map((guest: { kind: string; duties?: object }) => [guest.kind, !!guest.duties]),
    ).toEqual(
      expect.arrayContaining([
        ['nansha', false],
        ['card', false],
        ['child', true],
      ]),
    )
  })

  it('answers the same when the answer was lost, and checks nobody in twice', async () => {
    await hotel.scan(stay)
    expect(await hotel.arrive(stay)).toEqual(await hotel.arrive(stay))
    expect([hotel.stays().length, hotel.queue().length]).toEqual([1, 1])
  })

  it('says of a stay that is over that it is, and registers nobody under it', async () => {
    await hotel.scan(stay)
    await hotel.arrive(stay)
    await departStay(hotel.stayPorts, CLERK, { stay, revision: 1 })
    await hotel.admit(stay)
    await expect(hotel.arrive(stay)).rejects.toMatchObject({ code: 'STAY_ENDED' })
    expect(hotel.waiting()).toHaveLength(1)
  })

  it('does not seem to give a room to who came after it was given', async () => {
    await hotel.scan(stay)
    await hotel.arrive(stay)
    await hotel.admit(stay)
    await expect(hotel.arrive(stay)).rejects.toMatchObject({ code: 'STAY_CHANGED' })
  })

  it('checks in once, however many clerks press at once', async () => {
    await hotel.scan(stay)
    const both = await Promise.all([hotel.arrive(stay), hotel.arrive(stay)])
    expect(both.map(({ guests }) => guests)).toEqual([1, 1])
    expect([hotel.stays().length, hotel.queue().length, hotel.waiting().length]).toEqual([1, 1, 0])
  })

  it('refuses a room without a guest, and a day that has passed or is years away', async () => {
    await expect(hotel.arrive(stay)).rejects.toMatchObject({ code: 'STAY_WITHOUT_GUEST' })
    await hotel.scan(stay)
    await expect(hotel.arrive(stay, '808', 0)).rejects.toMatchObject({ code: 'STAY_DAY' })
    await expect(hotel.arrive(stay, '808', 400)).rejects.toMatchObject({ code: 'STAY_DAY' })
    expect(hotel.waiting()).toHaveLength(1)
  })

  it('takes a stay of 366 days, and none of a day more', async () => {
    await hotel.scan(stay)
    await expect(hotel.arrive(stay, '808', 367)).rejects.toMatchObject({ code: 'STAY_DAY' })
    expect(await hotel.arrive(stay, '808', 366)).toMatchObject({ room: '808' })
  })

  it('leaves the guests of another organisation where they are', async () => {
    await hotel.scan(stay, CLERK)
    await expect(hotel.arrive(stay, '808', 2, OTHER_CLERK)).rejects.toMatchObject({
      code: 'STAY_WITHOUT_GUEST',
    })
    await hotel.arrive(stay)
    await expect(hotel.arrive(stay, '808', 2, OTHER_CLERK)).rejects.toMatchObject({ code: 'STAY_UNKNOWN' })
  })
})

it('a document that is sent again after a lost answer is one guest', async () => {
  const asked = { stay, guest: randomId(), document: CARD }
  const answers = [
    await admitGuest(hotel.stayPorts, CLERK, asked),
    await admitGuest(hotel.stayPorts, CLERK, asked),
  ]
  expect(answers[0]).toEqual(answers[1])
  expect(hotel.waiting()).toHaveLength(1)
  await expect(admitGuest(hotel.stayPorts, OTHER_CLERK, asked)).rejects.toMatchObject({
    code: 'STAY_UNKNOWN',
  })
})

describe('a party that waits', () => {
  const codeOf = (admitted: Promise<object>) =>
    admitted.then(
      () => 'admitted',
      ({ code }) => code,
    )

  it('takes twelve by document, however many are sent at once, and the last again whose answer was lost', async () => {
    const twelfth = { stay, guest: randomId(), document: CARD }
    for (let guest = 0; guest < 11; guest++) await hotel.admit(stay)
    const answers = await Promise.all([1, 2, 3].map(() => codeOf(hotel.admit(stay))))
    expect(answers.sort()).toEqual(['STAY_FULL', 'STAY_FULL', 'admitted'])
    const [first] = hotel.waiting()
    await turnAway(hotel.stayPorts, CLERK, { guest: first?._id ?? '' })
    await admitGuest(hotel.stayPorts, CLERK, twelfth)
    expect(await codeOf(hotel.admit(stay))).toBe('STAY_FULL')
  })

  it('counts who showed a phone, and refuses them only together with the room', async () => {
    for (let guest = 0; guest < 11; guest++) await hotel.admit(stay)
    await hotel.scan(stay)
    await expect(hotel.admit(stay)).rejects.toMatchObject({ code: 'STAY_FULL' })
    await hotel.scan(stay)
    await expect(hotel.arrive(stay)).rejects.toMatchObject({ code: 'STAY_FULL' })
  })

  it('leaves no count when it got its room, and begins anew when it waited a day', async () => {
    await hotel.admit(stay)
    await hotel.arrive(stay)
    expect(hotel.database.dump().organisationSlots ?? []).toEqual([])
    const other = randomId()
    for (let guest = 0; guest < 12; guest++) await hotel.admit(other)
    hotel.clock.now += 86_400_000 - 1
    expect(await codeOf(hotel.admit(other))).toBe('STAY_FULL')
    hotel.clock.now += 1
    expect(await codeOf(hotel.admit(other))).toBe('admitted')
  })
})

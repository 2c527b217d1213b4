import { DESK_DIGITS } from '@nansha/core/records/desk-digits'
import { findDesk } from '@nansha/core/wallet/find-desk'
import { expect, it } from 'vitest'
import { createWorld } from '#support/world'

it('digits lead to their desk until the moment when they run out', async () => {
  const { ports, database, clock } = await createWorld()
  const expiresAt = new Date(clock.now + 1000)
  await database.in(DESK_DIGITS).put({ _id: '00000042', code: 'the code', takenBy: null, expiresAt })
  const ask = () => findDesk(ports, { device: { _id: 'phone', citizenId: 'citizen' } }, '00000042')
  clock.now += 999
  expect(await ask()).toEqual({ code: 'the code' })
  expect(await ask()).toEqual({ code: 'the code' })
  clock.now += 1
  await expect(ask()).rejects.toMatchObject({ code: 'DESK_DIGITS_UNKNOWN' })
})

it('digits lead one phone to their desk, and another one’s guess counts as wrong', async () => {
  const { ports, database, clock } = await createWorld()
  const expiresAt = new Date(clock.now + 1000)
  await database.in(DESK_DIGITS).put({ _id: '00000042', code: 'the code', takenBy: null, expiresAt })
  const ask = (_id: string, digits = '00000042') =>
    findDesk(ports, { device: { _id, citizenId: `citizen of ${_id}` } }, digits)
  await ask('phone')
  expect(database.dump().deskDigits).toEqual([
    { _id: '00000042', code: 'the code', takenBy: 'phone', expiresAt },
  ])
  expect(database.dump().digitsDays).toBeUndefined()
  for (let wrong = 0; wrong < 19; wrong++)
    await expect(ask('other')).rejects.toMatchObject({ code: 'DESK_CODE_USED' })
  await expect(ask('other', '00000043')).rejects.toMatchObject({ code: 'DESK_DIGITS_UNKNOWN' })
  await expect(ask('other')).rejects.toMatchObject({ code: 'TOO_MANY_CODES' })
  expect(await ask('phone')).toEqual({ code: 'the code' })
})

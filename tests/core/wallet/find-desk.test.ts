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

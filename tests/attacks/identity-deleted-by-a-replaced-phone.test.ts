import { deleteIdentity } from '@nansha/core/wallet/delete-identity'
import { openRequest } from '@nansha/core/wallet/open-request'
import { beforeEach, expect, it } from 'vitest'
import { signRequest } from '../support/enrolled-citizen'
import { moveToAnotherPhone } from '../support/move-to-another-phone'
import { ALICE } from '../support/online-phone'
import { createOnlineWorld, type OnlineWorld } from '../support/online-world'

let made: OnlineWorld
beforeEach(async () => {
  made = await createOnlineWorld()
})
/** The old phone's request, opened while it was still the holder's. */
const opened = () =>
  openRequest(made.cloud.ports, ALICE, signRequest(made.enrolled.key, { action: 'delete' }, made.clock.now))
const records = () => {
  const { citizens = [], credentials = [], numberClaims = [] } = made.cloud.database.dump()
  const statuses = credentials.map((one) => (one as { status?: string }).status)
  return { citizens: citizens.length, claims: numberClaims.length, statuses: statuses.sort() }
}
const KEPT = { citizens: 1, claims: 1, statuses: ['revoked', 'valid'] }

it('a phone that was replaced while it asked does not delete the identity on the next one', async () => {
  const holder = await opened()
  await moveToAnotherPhone(made)
  await expect(deleteIdentity(made.cloud.ports, holder)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
  expect(records()).toEqual(KEPT)
})

it('a phone that is replaced in the midst of deleting does not delete the identity on the next one', async () => {
  const holder = await opened()
  const { ports } = made.cloud
  let isMoved = false
  const { database } = ports
  const late: typeof database = {
    ...database,
    in: (collection) => ({
      ...database.in(collection),
      removeWhere: async (query) => {
        if (!isMoved) {
          isMoved = true
          await moveToAnotherPhone(made)
        }
        return database.in(collection).removeWhere(query)
      },
    }),
  }
  await expect(deleteIdentity({ ...ports, database: late }, holder)).rejects.toMatchObject({
    code: 'CREDENTIAL_REVOKED',
  })
  expect(records()).toEqual(KEPT)
})

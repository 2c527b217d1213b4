import { openRequest } from '@nansha/core/wallet/open-request'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '#functions/wallet/dispatch'
import { licenceOf } from '../support/documents'
import { createEnrolPorts } from '../support/enrol-ports'
import { askWallet, enrolCitizen, signRequest } from '../support/enrolled-citizen'

const alice = 'wxc:alice' as const
const ADD: WalletAction = { action: 'add-document', type: 'driving-licence' }
const DAY = 86_400_000
let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  cloud.world.licence = async (holder) => licenceOf(holder)
  key = (await enrolCitizen(cloud, alice)).key
})

describe('a document for who stole the phone or its key', () => {
  it('is not added the day after the face was seen, without the PIN', async () => {
    cloud.clock.now += 2 * DAY
    await expect(askWallet(cloud, alice, key, ADD)).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
    expect(cloud.database.dump().heldDocuments ?? []).toEqual([])
  })

  it('is not added by a copied key from another account', async () => {
    const request = signRequest(key, ADD, cloud.clock.now)
    await expect(openRequest(cloud.ports, 'wxc:mallory', request)).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
    })
  })

  it('is neither added nor renewed by the key of a phone that was replaced', async () => {
    await askWallet(cloud, alice, key, ADD)
    cloud.clock.now += 30 * DAY
    await enrolCitizen(cloud, alice)
    for (const action of [ADD, { action: 'renew-document', type: 'driving-licence' } as const])
      await expect(askWallet(cloud, alice, key, action)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
  })

  it('is not added when the phone is replaced while the registry is asked', async () => {
    cloud.world.licence = async (holder) => {
      cloud.clock.now += 30 * DAY
      await enrolCitizen(cloud, alice)
      return licenceOf(holder)
    }
    await expect(askWallet(cloud, alice, key, ADD)).rejects.toMatchObject({ code: 'CREDENTIAL_REVOKED' })
    expect(cloud.database.dump().heldDocuments ?? []).toEqual([])
  })

  it('is not added twice by a request that is sent again', async () => {
    const request = signRequest(key, ADD, cloud.clock.now)
    await dispatch(cloud.ports, await openRequest(cloud.ports, alice, request))
    await expect(openRequest(cloud.ports, alice, request)).rejects.toMatchObject({ code: 'REQUEST_REPLAYED' })
  })
})

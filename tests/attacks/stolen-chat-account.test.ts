import { freeze } from '@nansha/core/wallet/freeze'
import { openRequest } from '@nansha/core/wallet/open-request'
import { WalletEvent } from '@nansha/shared/api/wallet'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { dispatch } from '#functions/wallet/dispatch'
import { createEnrolPorts } from '../support/enrol-ports'
import { enrolCitizen, signRequest } from '../support/enrolled-citizen'
import { holderKey } from '../support/keys'

it('the chat account without the phone’s key can freeze, and nothing else', async () => {
  const cloud = createEnrolPorts()
  await enrolCitizen(cloud, 'wxc:alice')
  for (const action of ['history', 'unfreeze', 'delete', 'status'] as const) {
    const request = signRequest(holderKey(66), { action }, cloud.clock.now)
    const attempt = async () => dispatch(cloud.ports, await openRequest(cloud.ports, 'wxc:alice', request))
    await expect(attempt()).rejects.toMatchObject({ code: 'CREDENTIAL_NONE' })
  }
  for (const action of ['unfreeze', 'history', 'delete', 'handles'])
    expect(v.is(WalletEvent, { action })).toBe(false)
  expect(v.is(WalletEvent, { action: 'freeze' })).toBe(true)
  await freeze(cloud.ports, 'wxc:alice')
  expect(cloud.database.dump().credentials).toMatchObject([{ status: 'frozen' }])
})

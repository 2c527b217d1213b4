import { STATUS_LIST_SIZE } from '@nansha/shared/status/status-list'
import type { StatusList } from '@nansha/shared/status/verify-status-list'
import { expect, it } from 'vitest'
import { forge, outcomes, PAYLOAD, present } from '../support/forge'
import { ISSUER } from '../support/issuer'
import { createOfflineWorld } from '../support/offline-world'

it('a status index beyond the list is not taken for valid', async () => {
  const world = await createOfflineWorld()
  const bundle = await world.open()
  const uri = `${ISSUER}/status/1`
  const list = bundle.statusLists.get(uri) as StatusList
  const short = { ...bundle, statusLists: new Map([[uri, { ...list, bytes: list.bytes.slice(0, 1_000) }]]) }
  await expect(world.verify(await world.frames(), short)).rejects.toMatchObject({
    code: 'CREDENTIAL_INVALID',
    details: { check: 'STATUS' },
  })
})

it('a proof frame cannot name a status index out of range', async () => {
  const world = await createOfflineWorld()
  const credential = { ...world.credential, _id: `1.${STATUS_LIST_SIZE}` }
  const pass = await world.pass({}, credential)
  await expect(world.frames({ pass })).rejects.toThrow(RangeError)
})

it.each([-1, 1.5, '1', null, Number.MAX_VALUE])(
  'a credential with a malformed status index is refused: %s',
  async (idx) => {
    const status = { status_list: { ...PAYLOAD.status.status_list, idx } }
    expect(await outcomes(present(forge({ payload: { status } })))).toEqual(['CREDENTIAL_INVALID/CLAIMS'])
  },
)

it('a credential without a status is refused', async () => {
  expect(await outcomes(present(forge({ payload: { status: undefined } })))).toEqual([
    'CREDENTIAL_INVALID/CLAIMS',
  ])
})

import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import type { CollectionToken, Stored } from '@nansha/core/platform/database'
import { createFiles, type SdkFiles } from '@nansha/core/platform/files'
import { DESK_CODES } from '@nansha/core/records/desk-codes'
import type { Holder } from '@nansha/core/records/holder'
import { STATUS_LISTS, type StatusListRecord } from '@nansha/core/records/status-lists'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import { deleteIdentity } from '@nansha/core/wallet/delete-identity'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { digestText } from '@nansha/shared/encoding/digest'
import { expect, it } from 'vitest'
import { createEnrolPorts } from '../support/enrol-ports'
import { enrolCitizen } from '../support/enrolled-citizen'
import { ISSUER, issuerSigner } from '../support/issuer'
import { CLERK, createWorld } from '../support/world'

it('a status list that cannot be signed keeps no other from being published', async () => {
  const world = await createWorld()
  const lists = world.database.in(STATUS_LISTS)
  for (const list of [1, 2, 3])
    await lists.put({ _id: String(list), list, open: list === 3, token: null, publishedAt: null })
  const signer = {
    ...issuerSigner,
    sign: async (type: string, payload: object) => {
      if (JSON.stringify(payload).includes('/status/1"')) throw new Error('The key is away.')
      return issuerSigner.sign(type, payload)
    },
  }
  const publishing = publishStatusLists({
    ...world.ports,
    database: world.database.raw,
    vouched: world.database,
    signer,
    issuerUrl: ISSUER,
  })
  await expect(publishing).rejects.toThrow(AggregateError)
  const published = (world.database.dump()[STATUS_LISTS.name] ?? []) as StatusListRecord[]
  expect(published.map(({ token }) => token !== null)).toEqual([false, true, true])
})

it('files that cannot be deleted do not stop the deletion of others', async () => {
  const asked: string[][] = []
  const sdk = {
    deleteFile: async ({ fileList }: { fileList: string[] }) => {
      asked.push(fileList)
      if (asked.length === 1) throw new Error('The storage is busy.')
      return { fileList: fileList.map((fileID) => ({ fileID, status: 0, errMsg: '' })) }
    },
  }
  const files = createFiles(sdk as unknown as SdkFiles)
  const all = Array.from({ length: 120 }, (_, number) => `file-${number}`)
  await expect(files.remove(all)).rejects.toThrow('not deleted')
  expect(asked.flat()).toEqual(all)
})

it('a collection that is down does not stop the deletion of a citizen’s other records', async () => {
  const cloud = createEnrolPorts()
  const alice = 'wxc:alice' as const
  await enrolCitizen(cloud, alice)
  const [device] = (cloud.database.dump().devices ?? []) as Holder['device'][]
  if (!device) throw new Error('Nobody is enrolled.')
  const { database } = cloud
  const down = {
    ...database,
    in: <T extends Stored>(collection: CollectionToken<T>) =>
      collection.name === 'handles'
        ? { ...database.in(collection), removeWhere: () => Promise.reject(new Error('down')) }
        : database.in(collection),
  }
  const holder = { device } as Holder
  await expect(deleteIdentity({ ...cloud.ports, database: down }, holder)).rejects.toThrow(AggregateError)
  const left = cloud.database.dump()
  expect(left.events).toBeUndefined()
  expect(left.decisions).toBeUndefined()
  expect(left.credentials).toMatchObject([{ status: 'revoked' }])
  expect(left.citizens).toHaveLength(1)
  await deleteIdentity(cloud.ports, holder)
  expect(cloud.database.dump().citizens).toBeUndefined()
})

it('a ticket that is refused on one code of a desk does not hide the good one on another', async () => {
  const world = await createWorld()
  const first = await showDeskCode(world.ports, CLERK, 'bank')
  const second = await showDeskCode(world.ports, CLERK, 'bank')
  const approve = async (code: string) =>
    world.show(await world.giveHandle(), { scenario: 'bank', desk: digestText(code) })
  // As it would lie there if a handle ran out between answer and collection.
  const stale = world.show(await world.giveHandle({ expiresAt: new Date(0) }), {
    scenario: 'bank',
    desk: digestText(second.code),
  })
  await world.database.in(DESK_CODES).update(second.nonce, { ticket: stale })
  const collect = () => collectAnswer(world.ports, CLERK, [second.nonce, first.nonce])
  await expect(collect()).rejects.toMatchObject({ code: 'TICKET_EXPIRED' })
  await answerDeskCode(world.ports as unknown as WalletPorts, world, {
    code: first.code,
    ticket: await approve(first.code),
  })
  expect((await collect()).answer?.nonce).toBe(first.nonce)
})

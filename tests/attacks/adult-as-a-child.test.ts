import { findChild } from '@nansha/core/enrol/counter/child/find-child'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeEach, expect, it } from 'vitest'
import { childOf, createFamily, MOTHER, numberOf } from '../support/family'
import { OFFICER } from '../support/service-hall'

let home: Awaited<ReturnType<typeof createFamily>>
let key: HolderKey
beforeEach(async () => {
  home = await createFamily()
  key = await home.enrolParent()
})

async function lookUp(name: string, idNumber: string) {
  const { applicationId, code } = await home.apply(MOTHER, key)
  await home.open(OFFICER, code)
  return findChild(home.ports, OFFICER, { applicationId, name, idNumber, cardValidity: 'long-term' })
}

it('an adult gets no child’s card, and the register is not even asked', async () => {
  home.world.household = () => expect.unreachable()
  await expect(lookUp('陈大明', numberOf('1990-03-07'))).rejects.toMatchObject({ code: 'CHILD_OF_AGE' })
})

it('who is fourteen today gets none, and who is fourteen tomorrow does', async () => {
  home.world.household = async (_, child) => childOf(child)
  await expect(lookUp('陈小雨', numberOf('2013-01-15'))).rejects.toMatchObject({ code: 'CHILD_OF_AGE' })
  expect(await lookUp('陈小雨', numberOf('2013-01-16'))).toHaveProperty('claims')
})

it('a register that makes an adult younger than the number says is not believed', async () => {
  const child = { name: '陈小雨', idNumber: numberOf('2019-05-20') }
  home.world.household = async () => ({ ...childOf(child), birthdate: '2020-05-20' })
  await expect(lookUp(child.name, child.idNumber)).rejects.toMatchObject({ code: 'DOCUMENT_REGISTRY_DOWN' })
})

import { enrolInPerson } from '@nansha/core/enrol/enrol-citizen'
import { CITIZENS } from '@nansha/core/records/citizens'
import { newHolderKey } from './enrol-ports'
import { RESIDENT_NUMBER } from './enrolled-citizen'
import { ALICE } from './online-phone'
import type { OnlineWorld } from './online-world'

/** The citizen enrols anew at a counter, with another phone. */
export async function moveToAnotherPhone({ cloud }: Pick<OnlineWorld, 'cloud'>): Promise<void> {
  const { ports, clock } = cloud
  const at = new Date(clock.now)
  const citizen = await ports.database.in(CITIZENS).findOne({ account: ALICE })
  const person = {
    enrolment: { _id: 'at-a-counter', account: 'wxc:new-phone', consent: { version: 'in-person', at } },
    claims: { name: '李明', id_number: RESIDENT_NUMBER, sex: 'female', birthdate: '1949-12-31' },
    numberIndex: citizen?.numberIndex ?? '',
    portrait: Buffer.from('a portrait'),
    assurance: 'in-person',
    publicJwk: newHolderKey().publicJwk,
    faceAt: at,
  } as const
  await enrolInPerson(ports, person, async () => undefined)
}

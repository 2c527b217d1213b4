import { randomBytes } from 'node:crypto'
import { dateInChina } from '@nansha/shared/age-in-china'
import type { GuestDocument, MinorDuties } from '@nansha/shared/api/guest-document'
import type { StaysEvent } from '@nansha/shared/api/stays'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { createResidentNumber } from '@nansha/shared/resident-number'
import type { DevelopmentAccount, DevelopmentCall } from './development-client'
import { SPECIMEN_FOREIGNER } from './specimen/specimen-foreigner'
import { SPECIMEN_PEOPLE, type SpecimenPerson } from './specimen/specimen-people'

/** Somebody who comes to the desk without a phone, and what the clerk asks of a minor. */
interface Guest {
  readonly document: GuestDocument
  readonly duties?: MinorDuties
}

interface Party {
  readonly room: string
  readonly nights: number
  guests(now: number): readonly Guest[]
}

const inDays = (now: number, days: number) => dateInChina(now + days * DAY_MS)
const [CHEN, LI, HUANG] = SPECIMEN_PEOPLE as [SpecimenPerson, SpecimenPerson, SpecimenPerson]
const cardOf = ({ name, number, ethnicity, address }: SpecimenPerson): Guest => ({
  document: { kind: 'card', name, idNumber: number, ethnicity, address, compared: true },
})

/** Of each kind of guest one: a card, a family with a child, a passport, a residence permit, a foreign permanent resident. */
const PARTIES: readonly Party[] = [
  { room: '301', nights: 1, guests: () => [cardOf(HUANG)] },
  {
    room: '508',
    nights: 2,
    guests: () => [
      cardOf(CHEN),
      cardOf(LI),
      {
        document: { kind: 'child', name: '陈小雨', sex: 'female', birthdate: '2019-05-20', compared: true },
        duties: {
          guardian: CHEN.name,
          contact: '13800000000',
          guardianReached: true,
          relation: 'parent',
          visitorsControlled: true,
          suspicion: 'none',
        },
      },
    ],
  },
  {
    room: '1206',
    nights: 3,
    guests: (now) => [
      {
        document: {
          kind: 'passport',
          // The specimen of ICAO 9303-4, appendix A, with a later day of expiry.
          mrz: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F3204153ZE184226B<<<<<16',
          visa: { kind: 'L', number: 'A1234567', validUntil: inDays(now, 60) },
          entry: { day: inDays(now, -1), port: '广州白云机场' },
          purpose: '旅游',
          leaves: inDays(now, 5),
          compared: true,
        },
      },
    ],
  },
  {
    room: '1010',
    nights: 1,
    guests: (now) => [
      {
        document: {
          kind: 'permit',
          name: '何家豪',
          number: createResidentNumber({ region: '810000', birthdate: '1985-06-11', sex: 'male' }, () => 0.5),
          from: 'HKG',
          sex: 'male',
          birthdate: '1985-06-11',
          validUntil: inDays(now, 900),
          address: '广东省广州市南沙区进港大道1号',
          compared: true,
        },
      },
    ],
  },
  {
    room: '1208',
    nights: 2,
    guests: () => [
      {
        document: {
          kind: 'permanent-resident',
          name: SPECIMEN_FOREIGNER.name,
          chineseName: SPECIMEN_FOREIGNER.chineseName,
          number: SPECIMEN_FOREIGNER.number,
          nationality: SPECIMEN_FOREIGNER.nationality.code,
          sex: SPECIMEN_FOREIGNER.sex,
          birthdate: SPECIMEN_FOREIGNER.birth,
          validUntil: SPECIMEN_FOREIGNER.validUntil,
          compared: true,
        },
      },
    ],
  },
]

/** How many parties come in an evening. */
export const EVENING_PARTIES = PARTIES.length

const randomId = () => randomBytes(16).toString('base64url')

/**
 * Plays the clerk of a hotel when the next party of an evening comes without phones: every document is compared, every minor
 * asked for, and the party gets its room.
 *
 * @param place which party, from 0
 * @param now Unix time in milliseconds
 * @throws Error with the code of a refusal
 */
export async function receiveParty(
  call: DevelopmentCall,
  clerk: DevelopmentAccount,
  place: number,
  now: number,
): Promise<void> {
  const party = PARTIES[place % EVENING_PARTIES]
  if (!party) return
  const ask = async (event: StaysEvent) => {
    const answer = await call(clerk, 'stays', event)
    if (!answer.ok) throw new Error(`The desk was refused: ${answer.code}`)
  }
  const stay = randomId()
  for (const { document, duties } of party.guests(now)) {
    const guest = randomId()
    await ask({ action: 'admit', stay, guest, document })
    if (duties) await ask({ action: 'duties', guest, duties })
  }
  await ask({ action: 'arrive', stay, room: party.room, until: inDays(now, party.nights) })
}

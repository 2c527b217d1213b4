import { dateInChina } from '@nansha/shared/age-in-china'
import type { GuestDocument } from '@nansha/shared/api/guest-document'
import { DAY_MS, HOUR_MS, MINUTE_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { CARD, CHILD } from '#support/hotel'
import { holderKey } from '#support/keys'
import type { Order } from './orders'

/** Distributes over all kinds of change, without a change of the plan. */
type Random = () => number

export interface WeekPlan {
  /** In the order of their times. */
  readonly orders: readonly Order[]
  readonly stays: number
  readonly guests: number
  /** Guests by QR: each must be once in a citizen's history. */
  readonly scans: number
}

const key = holderKey()

/**
 * Draws up the arrivals, changes and departures of a hotel: parties of one to four, by phone, card, passport and with children.
 *
 * @param start Unix milliseconds
 */
export function planWeek(guests: number, days: number, start: number, random: Random): WeekPlan {
  const orders: Order[] = []
  let [planned, stays, scans] = [0, 0, 0]
  while (planned < guests) {
    const stay = id(random)
    let now = start + Math.floor(random() * (days - 1) * DAY_MS)
    const size = Math.min(guests - planned, 1 + Math.floor(random() * 4))
    for (let n = 0; n < size; n++) {
      now += MINUTE_MS / 4
      const kind = n === 0 ? random() * 0.85 : random()
      if (kind < 0.5) {
        const handle = id(random)
        const ticket = createTicket({
          key,
          issuerId: 1,
          scenario: 'hotel',
          handle,
          issuedAt: unixSeconds(now),
        })
        orders.push({ kind: 'scan', now, handle, ticket, stay })
        scans++
      } else {
        const isMinor = kind >= 0.85
        const document = isMinor ? CHILD : kind < 0.75 ? card(random) : passport(now)
        orders.push({ kind: 'admit', now, stay, guest: id(random), document, isMinor })
      }
    }
    now += MINUTE_MS / 4
    const room = String(101 + Math.floor(random() * 800))
    orders.push({ kind: 'arrive', now, stay, room, until: dateInChina(now + 2 * DAY_MS) })
    let revision = 1
    if (random() < 0.2)
      orders.push({ kind: 'move', now: now + HOUR_MS, stay, revision: revision++, room: `${room}A` })
    if (random() < 0.8) orders.push({ kind: 'depart', now: now + 20 * HOUR_MS, stay, revision })
    planned += size
    stays++
  }
  return { orders: orders.sort((a, b) => a.now - b.now), stays, guests, scans }
}

/** 16 bytes in base64url. */
function id(random: Random): string {
  return Buffer.from(Array.from({ length: 16 }, () => Math.floor(random() * 256))).toString('base64url')
}

function card(random: Random): GuestDocument {
  const idNumber = createResidentNumber({ region: '440115', birthdate: '1985-06-15', sex: 'male' }, random)
  return { ...CARD, idNumber } as GuestDocument
}

const MRZ = 'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<' + 'C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4'

function passport(now: number): GuestDocument {
  return {
    kind: 'passport',
    mrz: MRZ,
    visa: { kind: 'L', number: 'A1234567', validUntil: dateInChina(now + 60 * DAY_MS) },
    entry: { day: dateInChina(now - DAY_MS), port: '广州白云机场' },
    purpose: '旅游',
    leaves: dateInChina(now + 5 * DAY_MS),
    compared: true,
  }
}

import type { GuestDocument } from '@nansha/shared/api/guest-document'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { StayDetails, WaitingGuestView } from '@nansha/shared/api/stays-answers'
import { isInHouse, type StayState } from '@nansha/shared/stays/stay-states'
import { NOW } from '#support/clock'

/** A stand-in for the function `stays` of one hotel, which keeps what it is told. */
export interface DeskStays {
  /** What was asked, but for the background's summary. */
  readonly events: StaysEvent[]
  /** What a photo of a card says. */
  read: object
  /** A scanned guest waits for a room. */
  wait(stay: string): void
  /** The authority has everything. */
  report(): void
  answer(event: StaysEvent): object
}

const AT = NOW

export function createDeskStays(): DeskStays {
  const waiting = new Map<string, WaitingGuestView[]>()
  const stays = new Map<string, StayDetails>()
  const push = (stay: string, guest: WaitingGuestView) =>
    waiting.set(stay, [...(waiting.get(stay) ?? []), guest])
  const change = (stay: string, changes: Partial<StayDetails>, cause: string, detail: string) => {
    const former = stays.get(stay)
    if (!former) return { ok: false, code: 'STAY_UNKNOWN' }
    const state = changes.state ?? 'corrected'
    const trail = [...former.trail, { at: AT, state, actor: '林晓', cause, detail }]
    stays.set(stay, { ...former, state, ...changes, revision: former.revision + 1, trail })
    return { revision: former.revision + 1 }
  }
  let [hasShift, isPassport] = [true, false]
  const isHere = ({ state }: StayDetails) => isInHouse(state)
  const desk: DeskStays = {
    events: [],
    read: { kind: 'card', name: '李娜', last4: '1234' },
    wait: (stay) =>
      push(stay, {
        guest: `guest-of-${stay}`,
        kind: 'nansha',
        name: '欧阳思南',
        last4: '002X',
        isMinor: false,
        needsDuties: false,
      }),
    report() {
      for (const [id, stay] of stays)
        stays.set(id, { ...stay, state: isHere(stay) ? 'reported' : 'departure-reported' })
    },
    answer(event) {
      if (event.action !== 'summary') desk.events.push(event)
      switch (event.action) {
        case 'summary': {
          const all = [...stays.values()]
          const unreported = all.filter(({ state }) => !state.endsWith('reported')).length
          return {
            here: all.filter(isHere).length,
            leaving: 0,
            overdue: 0,
            waiting: [...waiting.values()].flat().length,
            unreported,
            ...(unreported > 0 && { unreportedSince: AT }),
            differentDays: [],
          }
        }
        case 'waiting':
          return {
            parties: [...waiting]
              .filter(([stay]) => event.stay === undefined || event.stay === stay)
              .map(([stay, guests]) => ({ stay, guests })),
          }
        case 'admit':
          push(event.stay, guestOf(event.guest, event.document))
          return {}
        case 'photograph-document':
          isPassport = event.document === 'passport'
          return { upload: `readings/${'r'.repeat(22)}` }
        case 'photograph-guest':
          return { upload: `readings/${'r'.repeat(22)}` }
        case 'read-document':
          return isPassport ? { kind: 'passport', name: 'ERIKSSON ANNA', last4: '02C3' } : desk.read
        case 'compare-guest':
          return { answer: 'same' }
        case 'admit-read':
          push(event.stay, {
            guest: event.guest,
            kind: event.document.kind,
            name: 'name' in event.document ? event.document.name : 'ERIKSSON ANNA',
            last4: '1234',
            isMinor: false,
            needsDuties: false,
          })
          return {}
        case 'discard-read':
          return {}
        case 'duties':
          for (const [stay, guests] of waiting)
            waiting.set(
              stay,
              guests.map((one) => (one.guest === event.guest ? { ...one, needsDuties: false } : one)),
            )
          return {}
        case 'turn-away':
          for (const [stay, guests] of waiting)
            waiting.set(
              stay,
              guests.filter(({ guest }) => guest !== event.guest),
            )
          return {}
        case 'arrive': {
          const guests = waiting.get(event.stay) ?? []
          waiting.delete(event.stay)
          stays.set(event.stay, {
            stay: event.stay,
            room: event.room,
            state: 'arrived',
            arrivedAt: AT,
            until: event.until,
            revision: 1,
            guests: guests.map((guest) => ({ ...guest, checkedBy: '林晓', checkedAt: AT })),
            waiting: [],
            trail: [{ at: AT, state: 'arrived', actor: '林晓', cause: 'arrival', detail: event.room }],
          })
          return { stay: event.stay, room: event.room, guests: guests.length }
        }
        case 'move':
          return change(event.stay, { room: event.room }, 'room', event.room)
        case 'extend':
          return change(event.stay, { until: event.until }, 'extension', event.until)
        case 'depart':
          return change(event.stay, { state: 'departed' satisfies StayState }, 'departure', '')
        case 'annul':
          return change(event.stay, { state: 'annulled' satisfies StayState }, 'annulment', event.reason)
        case 'shift':
          return {
            ...(hasShift && { own: { shift: 'own', openedAt: AT, arrivals: 4, guests: 7 } }),
            handedOver: [
              {
                shift: 'before',
                by: '陈静',
                closedAt: AT - 60,
                note: '808 房 6 点叫早；前台打印机缺纸。',
                left: { here: 12, overdue: 1, waiting: 0, unreported: 2, warnings: 1 },
              },
            ],
          }
        case 'open-shift':
        case 'close-shift':
          hasShift = event.action === 'open-shift'
          return {}
        case 'rooms':
          return {
            rooms: [
              { room: '807', stays: [] },
              ...[...stays.values()]
                .filter(isHere)
                .map(({ room, stay, guests }) => ({ room, stays: [{ stay, guests: guests.length }] })),
            ],
            isListed: true,
            mayList: true,
          }
        case 'set-rooms':
          return {}
        case 'list':
          return {
            stays: [...stays.values()].filter((stay) => isHere(stay) === (event.list !== 'departed')),
          }
        case 'stay':
          return stays.get(event.stay) ?? { ok: false, code: 'STAY_UNKNOWN' }
        case 'looks':
          return {
            looks: [
              { look: 'a', at: AT + 60, name: '林晓', list: 'departed', search: '欧阳' },
              { look: 'b', at: AT, name: '陈静', room: '808', stay: 'stay' },
            ],
          }
        case 'day':
          return {
            day: event.day,
            arrivals: 12,
            guests: 19,
            annulled: 1,
            byHour: Array.from({ length: 24 }, (_, hour) => (hour > 13 ? hour % 5 : 0)),
            byClerk: [{ name: '林晓', guests: 19 }],
            refused: [{ code: 'TICKET_REPLAYED', count: 2 }],
            reports: { sent: 11, waiting: 1 },
            compared: { state: 'equal', missing: 0, unknown: 0 },
          }
        default:
          return { ok: false, code: 'INPUT_INVALID' }
      }
    },
  }
  return desk
}

function guestOf(guest: string, document: GuestDocument): WaitingGuestView {
  const isMinor = document.kind === 'child'
  const name = document.kind === 'passport' ? 'ERIKSSON ANNA' : document.name
  const last4 = document.kind === 'card' ? document.idNumber.slice(-4) : ''
  return { guest, kind: document.kind, name, last4, isMinor, needsDuties: isMinor }
}

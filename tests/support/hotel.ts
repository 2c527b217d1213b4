import { randomId } from '@nansha/core/function/random-id'
import type { AccountKey } from '@nansha/core/records/account-key'
import type { QueuedReport } from '@nansha/core/records/guest-reports'
import { STAFF } from '@nansha/core/records/staff'
import type { Stay } from '@nansha/core/records/stays'
import type { WaitingGuest } from '@nansha/core/records/waiting-guests'
import { reportByHttp } from '@nansha/core/report/report-by-http'
import type { ReportPorts } from '@nansha/core/report/report-ports'
import { sendReports } from '@nansha/core/report/send-reports'
import { admitGuest, doDuties } from '@nansha/core/stays/admit-guest'
import { arrive } from '@nansha/core/stays/arrive'
import type { StayPorts } from '@nansha/core/stays/stay-ports'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { dateInChina } from '@nansha/shared/age-in-china'
import type { GuestDocument, MinorDuties } from '@nansha/shared/api/guest-document'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { createAuthority } from '#demo/authority/receive-reports'
import { ISSUER } from './issuer'
import { AUTHORITY, reportSigner, sealForReceiver, TRUST_LIST } from './trust'
import { CLERK, createWorld } from './world'

export const MANAGER: AccountKey = 'wxverifier:manager'

/** Of the guest on {@link CARD}. */
export const NUMBER = createResidentNumber(
  { region: '440115', birthdate: '1990-03-07', sex: 'female' },
  () => 0.5,
)

export const CARD: GuestDocument = {
  kind: 'card',
  name: '李娜',
  idNumber: NUMBER,
  ethnicity: '汉',
  address: '广东省广州市南沙区示范路8号',
  compared: true,
}
export const CHILD: GuestDocument = {
  kind: 'child',
  name: '李小满',
  sex: 'female',
  birthdate: '2019-05-20',
  compared: true,
}
export const DUTIES: MinorDuties = {
  guardian: '李娜',
  contact: '13800000000',
  guardianReached: true,
  relation: 'parent',
  visitorsControlled: true,
  suspicion: 'none',
}

/** Two hotels in memory with the authority that they report to, whose network can be cut, and a clock to set. */
export async function createHotel() {
  const world = await createWorld()
  const { database, clock } = world
  await database.in(STAFF).put({
    _id: MANAGER,
    organisationId: 'organisation-1',
    role: 'manager',
    name: '陈静',
    joinedAt: new Date(clock.now),
  })
  const ports: StayPorts = { database, now: () => clock.now, randomId, sealForReceiver, keptDays: 30 }
  const { authority, network, reporting } = await createReporting(world)

  const day = (days: number) => dateInChina(clock.now + days * DAY_MS)
  /** A guest by QR, who waits for a room under this stay. */
  const scan = async (stay?: string, account: AccountKey = CLERK) => {
    const ticket = world.show(await world.giveHandle())
    const { useId } = await verifyTicket(world.ports, account, { scenario: 'hotel', ticket })
    await confirmUse(world.ports, account, { useId, portraitMatches: true, stay })
  }
  return {
    ...world,
    stayPorts: ports,
    authority,
    network,
    reporting,
    day,
    scan,
    admit: (stay: string, document: GuestDocument = CARD, account: AccountKey = CLERK) =>
      admitGuest(ports, account, { stay, guest: randomId(), document }),
    duties: (guest: string) => doDuties(ports, CLERK, { guest, duties: DUTIES }),
    arrive: (stay: string, room = '808', nights = 2, account: AccountKey = CLERK) =>
      arrive(ports, account, { stay, room, until: day(nights) }),
    /** A stay with one guest by QR. */
    async checkIn(room = '808', nights = 2) {
      const stay = randomId()
      await scan(stay)
      await arrive(ports, CLERK, { stay, room, until: day(nights) })
      return stay
    },
    send: () => sendReports(reporting, () => 60_000),
    stays: () => (database.dump().stays ?? []) as Stay[],
    waiting: () => (database.dump().waitingGuests ?? []) as WaitingGuest[],
    queue: () => (database.dump().guestReports ?? []) as QueuedReport[],
  }
}

/** The authority, and the way there from `report`: a network that can be cut. */
async function createReporting({ database, clock, ports }: Awaited<ReturnType<typeof createWorld>>) {
  const now = () => clock.now
  const authority = await createAuthority({
    keys: AUTHORITY,
    issuer: AUTHORITY.issuer,
    reporter: { iss: ISSUER, keys: [reportSigner.publicJwk] },
    verifySignature: ports.verifySignature,
    now,
  })
  const network = { isUp: true, losesAnswers: false, requests: 0 }
  const [issuer] = TRUST_LIST.issuers
  if (!issuer?.receiver) throw new Error('The trust list names no authority.')
  const fetchThere = async (url: string, { body }: { body: string }) => {
    network.requests++
    if (!network.isUp) throw new TypeError('fetch failed')
    const answer = await (url.endsWith('/counts') ? authority.count(body) : authority.receive(body))
    if (network.losesAnswers) throw new TypeError('terminated')
    return new Response(answer.body, { status: answer.status })
  }
  const reports = reportByHttp({
    issuerUrl: ISSUER,
    receiver: issuer.receiver,
    now,
    verifySignature: ports.verifySignature,
    url: 'https://authority.example/reports',
    signer: reportSigner,
    fetch: fetchThere as unknown as typeof fetch,
  })
  const reporting: ReportPorts = { database, now, reports }
  return { authority, network, reporting }
}

export type Hotel = Awaited<ReturnType<typeof createHotel>>

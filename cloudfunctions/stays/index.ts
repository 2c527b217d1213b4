import { createMatchFaces } from '@nansha/core/clients/match-faces'
import { createReadCard } from '@nansha/core/clients/read-card'
import { createReadZone } from '@nansha/core/clients/read-zone'
import { createAnswer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import { requireAccount } from '@nansha/core/function/require-account'
import { type Services, serveAction } from '@nansha/core/function/serve-action'
import { createSealForReceiver } from '@nansha/core/guests/seal-for-receiver'
import type { Caller } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { createStorageRoot } from '@nansha/core/platform/storage-root'
import { type AccountKey, accountKey } from '@nansha/core/records/account-key'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import { admitGuest, correctGuest, doDuties, turnAway } from '@nansha/core/stays/admit-guest'
import { arrive } from '@nansha/core/stays/arrive'
import {
  addGuests,
  annulStay,
  departStay,
  extendStay,
  moveStay,
  removeGuest,
} from '@nansha/core/stays/change-stay'
import { listRooms, setRooms } from '@nansha/core/stays/hotel-rooms'
import { listStays, listWaiting, showStay } from '@nansha/core/stays/list-stays'
import { readKeptDays } from '@nansha/core/stays/read-kept-days'
import { admitRead, discardRead } from '@nansha/core/stays/reading/admit-read'
import { compareGuest, photographGuest } from '@nansha/core/stays/reading/compare-guest'
import { photographDocument } from '@nansha/core/stays/reading/photograph-document'
import { readGuestDocument } from '@nansha/core/stays/reading/read-guest-document'
import type { ReadingPorts } from '@nansha/core/stays/reading/reading-ports'
import { listLooks } from '@nansha/core/stays/record-look'
import { closeShift, openShift, showShift } from '@nansha/core/stays/shifts'
import { dayFigures, summariseDesk } from '@nansha/core/stays/summarise-desk'
import { readTrustList } from '@nansha/core/trust/read-trust-list'
import { StaysEvent } from '@nansha/shared/api/stays'

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('stays'))
const { issuerUrl } = readIssuer(process.env)
const ports: ReadingPorts = {
  database: keepDatabase(cloud.database, readRecordKeys(process.env, ['staff', 'guest', 'stay'])),
  now: Date.now,
  randomId,
  sealForReceiver: createSealForReceiver(readTrustList(process.env).list, issuerUrl),
  keptDays: readKeptDays(process.env),
  files: cloud.files,
  storageRoot: createStorageRoot(cloud.files),
  readCard: createReadCard(cloud.callFunction),
  readZone: createReadZone(cloud.callFunction),
  matchFaces: createMatchFaces(cloud.callFunction),
}

const services: Services<StaysEvent, AccountKey> = {
  summary: (account) => summariseDesk(ports, account),
  waiting: (account, request) => listWaiting(ports, account, request),
  admit: (account, request) => admitGuest(ports, account, request),
  'photograph-document': (account, request) => photographDocument(ports, account, request),
  'read-document': (account, request) => readGuestDocument(ports, account, request),
  'photograph-guest': (account, request) => photographGuest(ports, account, request),
  'compare-guest': (account, request) => compareGuest(ports, account, request),
  'admit-read': (account, request) => admitRead(ports, account, request),
  'discard-read': (account, request) => discardRead(ports, account, request),
  duties: (account, request) => doDuties(ports, account, request),
  'turn-away': (account, request) => turnAway(ports, account, request),
  arrive: (account, request) => arrive(ports, account, request),
  'add-guests': (account, request) => addGuests(ports, account, request),
  move: (account, request) => moveStay(ports, account, request),
  extend: (account, request) => extendStay(ports, account, request),
  'correct-guest': (account, request) => correctGuest(ports, account, request),
  'remove-guest': (account, request) => removeGuest(ports, account, request),
  depart: (account, request) => departStay(ports, account, request),
  annul: (account, request) => annulStay(ports, account, request),
  shift: (account) => showShift(ports, account),
  'open-shift': (account, request) => openShift(ports, account, request),
  'close-shift': (account, request) => closeShift(ports, account, request),
  rooms: (account) => listRooms(ports, account),
  'set-rooms': (account, request) => setRooms(ports, account, request),
  list: (account, request) => listStays(ports, account, request),
  stay: (account, request) => showStay(ports, account, request.stay),
  looks: (account, request) => listLooks(ports, account, request),
  day: (account, request) => dayFigures(ports, account, request),
}

export function main(event: unknown, context: unknown) {
  const caller = cloud.begin(context)
  return answer(context, (invocation) => act(event, caller, invocation))
}

async function act(event: unknown, caller: Caller, invocation: Invocation): Promise<object> {
  const account = accountKey(requireAccount(caller))
  const request = parseEvent(StaysEvent, event)
  invocation.action = request.action
  return serveAction(services, account, request)
}

import { createMatchFaces } from '@nansha/core/clients/match-faces'
import { createReadCard } from '@nansha/core/clients/read-card'
import { createReadZone } from '@nansha/core/clients/read-zone'
import { createAnswer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import { requireAccount } from '@nansha/core/function/require-account'
import { createSealForReceiver } from '@nansha/core/guests/seal-for-receiver'
import type { Caller } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { createStorageRoot } from '@nansha/core/platform/storage-root'
import { accountKey } from '@nansha/core/records/account-key'
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

export function main(event: unknown, context: unknown) {
  const caller = cloud.begin(context)
  return answer(context, (invocation) => act(event, caller, invocation))
}

async function act(event: unknown, caller: Caller, invocation: Invocation): Promise<object> {
  const account = accountKey(requireAccount(caller))
  const request = parseEvent(StaysEvent, event)
  invocation.action = request.action
  switch (request.action) {
    case 'summary':
      return summariseDesk(ports, account)
    case 'waiting':
      return listWaiting(ports, account, request)
    case 'admit':
      return admitGuest(ports, account, request)
    case 'photograph-document':
      return photographDocument(ports, account, request)
    case 'read-document':
      return readGuestDocument(ports, account, request)
    case 'photograph-guest':
      return photographGuest(ports, account, request)
    case 'compare-guest':
      return compareGuest(ports, account, request)
    case 'admit-read':
      return admitRead(ports, account, request)
    case 'discard-read':
      await discardRead(ports, account, request)
      return {}
    case 'duties':
      return doDuties(ports, account, request)
    case 'turn-away':
      await turnAway(ports, account, request)
      return {}
    case 'arrive':
      return arrive(ports, account, request)
    case 'add-guests':
      return addGuests(ports, account, request)
    case 'move':
      return moveStay(ports, account, request)
    case 'extend':
      return extendStay(ports, account, request)
    case 'correct-guest':
      return correctGuest(ports, account, request)
    case 'remove-guest':
      return removeGuest(ports, account, request)
    case 'depart':
      return departStay(ports, account, request)
    case 'annul':
      return annulStay(ports, account, request)
    case 'shift':
      return showShift(ports, account)
    case 'open-shift':
      await openShift(ports, account, request)
      return {}
    case 'close-shift':
      await closeShift(ports, account, request)
      return {}
    case 'rooms':
      return listRooms(ports, account)
    case 'set-rooms':
      await setRooms(ports, account, request)
      return {}
    case 'list':
      return listStays(ports, account, request)
    case 'stay':
      return showStay(ports, account, request.stay)
    case 'looks':
      return listLooks(ports, account, request)
    case 'day':
      return dayFigures(ports, account, request)
  }
}

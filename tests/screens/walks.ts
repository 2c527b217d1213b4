import type { Walk } from './walk'
import { walkFailures, walkHolder, walkNewcomer } from './walk-citizen'
import { walkBank, walkDispute, walkDocument, walkHall, walkHotel } from './walk-desk'
import { walkCards, walkGate, walkLive, walkSessions } from './walk-desk-states'
import { walkAnswers, walkDocuments } from './walk-documents'
import { walkEnrol, walkIssued } from './walk-enrol'
import { walkFamily } from './walk-family'
import { walkForeigner } from './walk-foreigner'
import { walkDevice, walkHistory, walkHome, walkPin, walkWallets } from './walk-holder-states'
import { walkOfficer } from './walk-officer'
import { walkArrival, walkStays } from './walk-stays'
import { walkWebsite } from './walk-website'

/** The ways through the screens that most people go, by name; the last one freezes the holder's identity. */
export const WALKS: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  newcomer: walkNewcomer,
  holder: walkHolder,
  failures: walkFailures,
  hotel: walkHotel,
  bank: walkBank,
  hall: walkHall,
  family: walkFamily,
  dispute: walkDispute,
}

/** Every other state of every page. `npm run screens` writes them too. */
export const STATE_WALKS: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  home: walkHome,
  history: walkHistory,
  pin: walkPin,
  wallets: walkWallets,
  device: walkDevice,
  enrol: walkEnrol,
  issued: walkIssued,
  documents: walkDocuments,
  document: walkDocument,
  answers: walkAnswers,
  cards: walkCards,
  live: walkLive,
  gate: walkGate,
  sessions: walkSessions,
  stays: walkStays,
  arrival: walkArrival,
  officer: walkOfficer,
  foreigner: walkForeigner,
  website: walkWebsite,
}

const { dispute, ...common } = WALKS
/** In this order: the use that is disputed is the first that ever was. */
export const ALL_WALKS = { ...common, ...STATE_WALKS, ...(dispute && { dispute }) }

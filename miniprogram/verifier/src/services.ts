// The one place where the app's parts are joined with the device; providers.tsx gives them to the screens.

import { createAsk } from '@nansha/kit/cloud/ask'
import { callFunction } from '@nansha/kit/cloud/cloud'
import { IS_LOCAL } from '@nansha/kit/cloud/settings'
import { deviceNow } from '@nansha/kit/device/clock'
import { repeat } from '@nansha/kit/device/repeat'
import { secureStorage } from '@nansha/kit/device/secure-storage'
import { PINNED_ROOTS } from '@nansha/kit/trust/pinned-roots'
import { createClockOffset } from '@nansha/shared/clock/clock-offset'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { runOnce } from '@nansha/shared/single-flight'
import { confirmUse } from './check/confirm-use'
import { openDeskScreen } from './check/desk-code/desk-screen'
import { checkPass } from './check/pass/check-pass'
import { createPassUses } from './check/pass/pass-uses'
import type { Desk } from './check/use-desk'
import { verifyTicket } from './check/verify-ticket'
import { askAndFollow } from './trust/ask-and-follow'
import { createTrustSession } from './trust/trust-session'
import { createWatch } from './warnings/watch'

const clock = createClockOffset(deviceNow)
const verifySignature = verifyWithNoble

const { now } = clock
export const correctedClock = { now }

const askCloud = createAsk(callFunction, clock, deviceNow)

export const trust = createTrustSession({
  ask: askCloud,
  storage: secureStorage,
  now,
  verifySignature,
  pinnedRoots: PINNED_ROOTS,
})

export const ask = askAndFollow(askCloud, trust)

export const passUses = createPassUses({ ask, storage: secureStorage })

export const watch = createWatch({ ask, storage: secureStorage, now, passUses })

const ports = {
  ask,
  trust,
  uses: passUses,
  verifySignature,
  now,
  acceptSpecimens: IS_LOCAL,
}

export const desk: Desk = {
  verifyTicket: (scenario, ticket) => verifyTicket(ports, scenario, ticket),
  checkPass: (scenario, frames) => checkPass(ports, scenario, frames),
  confirmUse: (subject, portraitMatches, stay) => confirmUse(ports, subject, portraitMatches, stay),
  openScreen: (ask, events) => openDeskScreen(ports, ask, events),
}

/** How soon a desk hears of a dispute, and reports passes once there is network. */
const TEND_EVERY_MS = 15_000

/** Begins what goes on as long as the app is open. Every page asks for it, the first one starts it. */
export const startApp = runOnce(async () => {
  repeat(TEND_EVERY_MS, tendDesk)
  await tendDesk().catch(() => undefined)
})

/** Fresh trust data, reports of passes, warnings. */
async function tendDesk(): Promise<void> {
  await trust.refreshIfDue()
  await passUses.report()
  await watch.look()
}

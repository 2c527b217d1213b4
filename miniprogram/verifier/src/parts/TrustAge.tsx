import { useNow } from '@nansha/kit/device/clock'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { HOUR_SECONDS } from '@nansha/shared/clock/durations'
import { TEXTS } from '../trust/texts'
import { useTrust } from '../trust/use-trust'

/** Half of the day for which a bundle is good: time to find a network. */
const OLD_SECONDS = 12 * HOUR_SECONDS
const LOOK_AGAIN_MS = 15_000

/** Says when the data by which this device verifies is missing, grows old or is too old; while it is fresh there is nothing to say. */
export function TrustAge() {
  const say = useSay()
  const { now } = useClock()
  const trust = useTrust()
  const state = useStore(trust.store)
  useNow(LOOK_AGAIN_MS)
  if (state.phase === 'loading') return null
  if (state.phase === 'none')
    return <Notice kind="warn" text={say(state.code === 'TRUST_OUTDATED' ? TEXTS.tooOld : TEXTS.none)} />
  const seconds = now() / 1000
  const { bundle } = state
  if (seconds > bundle.exp) return <Notice kind="bad" text={say(TEXTS.tooOld)} />
  const age = seconds - bundle.iat
  if (age <= OLD_SECONDS) return null
  return <Notice kind="warn" text={say(TEXTS.old, { hours: Math.floor(age / HOUR_SECONDS) })} />
}

import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { openTab } from '@nansha/kit/device/tab-bar'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { WalletStatus } from '@nansha/shared/api/wallet-answers'
import { PAGES, pageOf } from '../pages'
import { isCardExpired } from '../wallet/read-identity'
import type { WalletState } from '../wallet/wallet-state'
import { TEXTS } from './texts'

export interface NextStepsProps {
  readonly state: Extract<WalletState, { phase: 'held' }>
  readonly status: WalletStatus['status']
}

/** What the holder has to see to, each with the button that does it: a new card, unfreezing, enrolling again, a PIN. */
export function NextSteps({ state, status }: NextStepsProps) {
  const say = useSay()
  const { now } = useClock()
  const { day, date } = useTimes()
  const { cardValidity, expiresAt } = state.identity
  return (
    <>
      {isCardExpired(state.identity, now()) && (
        <>
          <Notice
            isStanding
            kind="warn"
            text={say(TEXTS.cardExpired, {
              day: cardValidity === undefined ? '' : date(cardValidity),
              end: day(expiresAt),
            })}
          />
          {status === 'valid' && (
            <Button kind="secondary" label={say(TEXTS.withNewCard)} onPress={() => open(pageOf('notice'))} />
          )}
        </>
      )}
      {status === 'frozen' && <Button label={say(TEXTS.unfreeze)} onPress={() => openTab(PAGES.settings)} />}
      {(status === 'revoked' || status === 'expired') && (
        <Button label={say(TEXTS.again)} onPress={() => open(pageOf('notice'))} />
      )}
      {status === 'valid' && !state.hasPin && (
        <>
          <Notice isStanding kind="warn" text={say(TEXTS.noPin)} />
          <Button kind="secondary" label={say(TEXTS.setPin)} onPress={() => open(PAGES.pin)} />
        </>
      )}
    </>
  )
}

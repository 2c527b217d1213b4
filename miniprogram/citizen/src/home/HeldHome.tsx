import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { PAGES, pageOf } from '../pages'
import { statusAt, type WalletState } from '../wallet/wallet-state'
import { IdCard } from './IdCard'
import { OfflineLink } from './OfflineLink'
import { RebindingWarning } from './RebindingWarning'
import { TEXTS } from './texts'
import './home.scss'

const WARNINGS = { frozen: TEXTS.frozen, revoked: TEXTS.revoked, expired: TEXTS.expired } as const

/** With a credential: the card, and the one thing people come for. */
export function HeldHome({ state }: { readonly state: Extract<WalletState, { phase: 'held' }> }) {
  const say = useSay()
  const { now } = useClock()
  const isOnline = useOnline()
  const status = statusAt(state, now())
  const { rebindingAt } = state.server

  return (
    <View className="home">
      {rebindingAt !== undefined && <RebindingWarning at={rebindingAt} />}
      <IdCard identity={state.identity} status={status} />
      {status === 'valid' ? (
        <>
          <Button label={say(TEXTS.present)} onPress={() => open(PAGES.present)} />
          <Button kind="secondary" label={say(TEXTS.deskCode)} onPress={() => open(PAGES.desk)} />
        </>
      ) : (
        <Notice kind="bad" text={say(WARNINGS[status])} />
      )}
      {status === 'frozen' && <Button label={say(TEXTS.unfreeze)} onPress={() => open(PAGES.settings)} />}
      {(status === 'revoked' || status === 'expired') && (
        <Button label={say(TEXTS.again)} onPress={() => open(pageOf('notice'))} />
      )}
      {status === 'valid' && !state.hasPin && (
        <>
          <Notice kind="warn" text={say(TEXTS.noPin)} />
          <Button kind="secondary" label={say(TEXTS.setPin)} onPress={() => open(PAGES.pin)} />
        </>
      )}
      {!isOnline && <Notice kind="info" text={say(TEXTS.offline)} />}
      {state.identity.assurance === 'specimen' && <Notice kind="warn" text={say(TEXTS.specimen)} />}
      <Button kind="secondary" label={say(TEXTS.history)} onPress={() => open(PAGES.history)} />
      {status === 'valid' && <OfflineLink />}
      <Button kind="quiet" label={say(TEXTS.issuances)} onPress={() => open(PAGES.issuances)} />
      <Button kind="quiet" label={say(TEXTS.settings)} onPress={() => open(PAGES.settings)} />
    </View>
  )
}

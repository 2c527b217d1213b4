import { open } from '@nansha/kit/device/navigation'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { PAGES, pageOf } from '../../pages'
import { now } from '../../services'
import { type Status, statusAt, type WalletState } from '../../wallet/wallet-state'
import { IdCard } from './IdCard'
import { TEXTS } from './texts'
import './home.scss'

const WARNINGS: Readonly<Record<Exclude<Status, 'valid'>, (typeof TEXTS)[keyof typeof TEXTS]>> = {
  frozen: TEXTS.frozen,
  revoked: TEXTS.revoked,
  expired: TEXTS.expired,
}

/** With a credential: the card, and the one thing people come for. */
export function HeldHome({ state }: { readonly state: Extract<WalletState, { phase: 'held' }> }) {
  const say = useSay()
  const isOnline = useOnline()
  const status = statusAt(state, now())

  return (
    <View className="home">
      <IdCard identity={state.identity} status={status} />
      {state.identity.assurance === 'specimen' && <Notice kind="warn" text={say(TEXTS.specimen)} />}
      {!isOnline && <Notice kind="info" text={say(TEXTS.offline)} />}
      {status !== 'valid' && <Notice kind="bad" text={say(WARNINGS[status])} />}
      {status === 'valid' && <Button label={say(TEXTS.present)} onPress={() => open(PAGES.present)} />}
      {status === 'frozen' && <Button label={say(TEXTS.unfreeze)} onPress={() => open(PAGES.settings)} />}
      {(status === 'revoked' || status === 'expired') && (
        <Button label={say(TEXTS.again)} onPress={() => open(pageOf('notice'))} />
      )}
      <Button kind="secondary" label={say(TEXTS.history)} onPress={() => open(PAGES.history)} />
      <Button kind="quiet" label={say(TEXTS.settings)} onPress={() => open(PAGES.settings)} />
    </View>
  )
}

import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { useElder } from '@nansha/kit/ui/elder'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Tile } from '@nansha/kit/ui/Tile/Tile'
import { UpdateReady } from '@nansha/kit/ui/UpdateReady/UpdateReady'
import { View } from '@tarojs/components'
import { DocumentCards } from '../documents/DocumentCards'
import { PAGES, pageOf } from '../pages'
import { isCardExpired } from '../wallet/read-identity'
import { statusAt, type WalletState } from '../wallet/wallet-state'
import { ElderLink } from './ElderLink'
import { IdCard } from './IdCard'
import { LogWarning } from './LogWarning'
import { OfflineLink } from './OfflineLink'
import { RebindingWarning } from './RebindingWarning'
import { TEXTS } from './texts'
import './home.scss'

const WARNINGS = { frozen: TEXTS.frozen, revoked: TEXTS.revoked, expired: TEXTS.expired } as const

/** With a credential: the card, and the one thing people come for. */
export function HeldHome({ state }: { readonly state: Extract<WalletState, { phase: 'held' }> }) {
  const say = useSay()
  const { now } = useClock()
  const { day, date } = useTimes()
  const { isElder } = useElder()
  const isOnline = useOnline()
  const status = statusAt(state, now())
  const { rebindingAt } = state.server
  const { cardValidity } = state.identity

  return (
    <View className="home">
      {rebindingAt !== undefined && <RebindingWarning at={rebindingAt} />}
      <LogWarning />
      <IdCard identity={state.identity} status={status} />
      {status !== 'valid' && <Notice isStanding kind="bad" text={say(WARNINGS[status])} />}
      <DocumentCards isIdentityValid={status === 'valid'} />
      <View className="kit-tiles">
        {status === 'valid' && (
          <Tile icon="scan" label={say(TEXTS.deskCode)} onPress={() => open(PAGES.desk)} />
        )}
        <Tile icon="history" label={say(TEXTS.history)} onPress={() => open(PAGES.history)} />
        <Tile icon="shield" label={say(TEXTS.safety)} onPress={() => open(PAGES.settings)} />
        <Tile icon="help" label={say(TEXTS.help)} onPress={() => open(PAGES.about)} />
      </View>
      {isCardExpired(state.identity, now()) && (
        <>
          <Notice
            isStanding
            kind="warn"
            text={say(TEXTS.cardExpired, {
              day: cardValidity === undefined ? '' : date(cardValidity),
              end: day(state.identity.expiresAt),
            })}
          />
          {status === 'valid' && (
            <Button kind="secondary" label={say(TEXTS.withNewCard)} onPress={() => open(pageOf('notice'))} />
          )}
        </>
      )}
      {status === 'frozen' && <Button label={say(TEXTS.unfreeze)} onPress={() => open(PAGES.settings)} />}
      {(status === 'revoked' || status === 'expired') && (
        <Button label={say(TEXTS.again)} onPress={() => open(pageOf('notice'))} />
      )}
      {status === 'valid' && !state.hasPin && (
        <>
          <Notice isStanding kind="warn" text={say(TEXTS.noPin)} />
          <Button kind="secondary" label={say(TEXTS.setPin)} onPress={() => open(PAGES.pin)} />
        </>
      )}
      {!isOnline && <Notice kind="info" text={say(TEXTS.offline)} />}
      {state.identity.assurance === 'specimen' && (
        <Notice isStanding kind="warn" text={say(TEXTS.specimen)} />
      )}
      {!isElder && (
        <View className="kit-rows">
          {status === 'valid' && <OfflineLink />}
          <Tile shape="row" icon="phone" label={say(TEXTS.issuances)} onPress={() => open(PAGES.issuances)} />
        </View>
      )}
      <ElderLink />
      <UpdateReady />
      {status === 'valid' && (
        <Actions>
          <Button label={say(TEXTS.present)} onPress={() => open(PAGES.present)} />
        </Actions>
      )}
    </View>
  )
}

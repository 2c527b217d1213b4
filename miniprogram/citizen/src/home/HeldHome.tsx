import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { openTab } from '@nansha/kit/device/tab-bar'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { useElder } from '@nansha/kit/ui/elder'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Tile } from '@nansha/kit/ui/Tile/Tile'
import { UpdateReady } from '@nansha/kit/ui/UpdateReady/UpdateReady'
import { View } from '@tarojs/components'
import { DocumentCards } from '../documents/DocumentCards'
import { PAGES } from '../pages'
import { statusAt, type WalletState } from '../wallet/wallet-state'
import { ElderLink } from './ElderLink'
import { IdCard } from './IdCard'
import { LogWarning } from './LogWarning'
import { NextSteps } from './NextSteps'
import { OfflineLink } from './OfflineLink'
import { RebindingWarning } from './RebindingWarning'
import { TEXTS } from './texts'
import './home.scss'

const WARNINGS = { frozen: TEXTS.frozen, revoked: TEXTS.revoked, expired: TEXTS.expired } as const

/** With a credential: the card, and the one thing people come for. */
export function HeldHome({ state }: { readonly state: Extract<WalletState, { phase: 'held' }> }) {
  const say = useSay()
  const { now } = useClock()
  const { isElder } = useElder()
  const isOnline = useOnline()
  const status = statusAt(state, now())
  const { rebindingAt } = state.server

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
        <Tile icon="history" label={say(TEXTS.history)} onPress={() => openTab(PAGES.history)} />
        <Tile icon="shield" label={say(TEXTS.safety)} onPress={() => openTab(PAGES.settings)} />
        <Tile icon="help" label={say(TEXTS.help)} onPress={() => open(PAGES.about)} />
      </View>
      <NextSteps state={state} status={status} />
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

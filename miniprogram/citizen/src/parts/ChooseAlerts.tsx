import { askForMessages, canAskForMessages } from '@nansha/kit/device/message-consent'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { useState } from 'react'
import { useWallet } from '../wallet/use-wallet'
import { TEXTS } from './alert-texts'
import { Switch } from './Switch'

export interface ChooseAlertsProps {
  /** Leaves out what is on already. */
  readonly isOffer?: boolean
}

/** Messages in the chat app for every use and attempt: turns them on, and off. */
export function ChooseAlerts({ isOffer = false }: ChooseAlertsProps) {
  const say = useSay()
  const { wallet, refreshWallet } = useWallet()
  const state = useStore(wallet.store)
  const [isRefused, setRefused] = useState(false)
  const alerts = state.phase === 'held' ? state.server.alerts : undefined
  if (!alerts || !canAskForMessages || (isOffer && alerts.areWanted)) return null

  const change = async () => {
    // Nothing may come before it: the platform asks only right after a tap.
    const isAgreed = alerts.areWanted || (await askForMessages(alerts.templateId))
    setRefused(!isAgreed)
    if (!isAgreed) return
    await wallet.client.subscribeToAlerts(!alerts.areWanted)
    await refreshWallet()
  }
  return (
    <>
      <Switch
        title={TEXTS.title}
        text={alerts.areWanted ? TEXTS.on : TEXTS.offer}
        action={alerts.areWanted ? TEXTS.turnOff : TEXTS.turnOn}
        onChange={change}
      />
      {isRefused && <Notice kind="warn" text={say(TEXTS.refused)} />}
    </>
  )
}

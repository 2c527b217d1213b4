import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { useEnrolment } from '../use-enrolment'
import { TEXTS } from './texts'

/** Another app is about to take the screen: the citizen says when, and again if nothing came of it. */
export function OpenNetworkId() {
  const say = useSay()
  const { networkIdStep } = useEnrolment()
  const [isMissed, setMissed] = useState(false)
  const show = async () => setMissed(!(await networkIdStep.open()))
  const goToCounter = () => {
    networkIdStep.giveUp()
    open(PAGES.counter)
  }
  return (
    <StatusScreen kind="info" title={say(TEXTS.networkIdTitle)} text={say(TEXTS.networkIdText)}>
      {isMissed && <Notice kind="warn" text={say(TEXTS.networkIdMissed)} />}
      <Button label={say(TEXTS.openNetworkId)} onPress={show} />
      <Button kind="secondary" label={say(TEXTS.counter)} onPress={goToCounter} />
      <Button kind="quiet" label={say(TEXTS.cancel)} onPress={networkIdStep.giveUp} />
    </StatusScreen>
  )
}

import { openTab } from '@nansha/kit/device/tab-bar'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { goHome, PAGES } from '../../pages'
import { TEXTS } from '../texts'

/** The answer was sent, and the desk has not said yet that it arrived. @param desk its name */
export function Waiting({ desk }: { readonly desk: string }) {
  const say = useSay()
  return (
    <StatusScreen kind="info" title={say(TEXTS.waitingTitle)} text={say(TEXTS.waitingText, { name: desk })}>
      <Spinner label={say(TEXTS.waiting)} />
      <Button kind="quiet" label={say(TEXTS.home)} onPress={goHome} />
    </StatusScreen>
  )
}

/** The desk did not say in time whether the answer arrived. */
export function Lapsed({ onRescan }: { readonly onRescan: () => void }) {
  const say = useSay()
  return (
    <StatusScreen kind="warn" title={say(TEXTS.lapsedTitle)} text={say(TEXTS.lapsedText)}>
      <Button label={say(TEXTS.scanAgain)} onPress={onRescan} />
      <Button kind="secondary" label={say(TEXTS.history)} onPress={() => openTab(PAGES.history)} />
      <Button kind="quiet" label={say(TEXTS.home)} onPress={goHome} />
    </StatusScreen>
  )
}

/** The citizen declined, and nothing was sent. */
export function Declined({ onRescan }: { readonly onRescan: () => void }) {
  const say = useSay()
  return (
    <StatusScreen kind="info" title={say(TEXTS.declinedTitle)} text={say(TEXTS.declinedText)}>
      <Button label={say(TEXTS.home)} onPress={goHome} />
      <Button kind="secondary" label={say(TEXTS.scanAgain)} onPress={onRescan} />
    </StatusScreen>
  )
}

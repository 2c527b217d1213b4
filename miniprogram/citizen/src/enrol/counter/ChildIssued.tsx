import { replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { goHome, PAGES } from '../../pages'
import { TEXTS } from './texts'

/** @param onDone forgets the pages that led here */
export function ChildIssued({ place, onDone }: { readonly place: number; readonly onDone: () => void }) {
  const say = useSay()
  const leave = (go: () => void) => () => {
    onDone()
    go()
  }
  return (
    <StatusScreen kind="good" title={say(TEXTS.childIssued)} text={say(TEXTS.childIssuedText)}>
      <Button label={say(TEXTS.childSee)} onPress={leave(() => replace(`${PAGES.child}?place=${place}`))} />
      <Button kind="secondary" label={say(TEXTS.home)} onPress={leave(goHome)} />
    </StatusScreen>
  )
}

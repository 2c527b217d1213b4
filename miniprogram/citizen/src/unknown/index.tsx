import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Page } from '@nansha/kit/ui/Page/Page'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { goHome } from '../pages'
import { TEXTS } from './texts'

/** Where a link leads that names no page of this version. */
export default function UnknownPage() {
  const say = useSay()
  return (
    <Page title={say(TEXTS.title)}>
      <StatusScreen kind="info" title={say(TEXTS.title)} text={say(TEXTS.text)}>
        <Button label={say(TEXTS.home)} onPress={goHome} />
      </StatusScreen>
    </Page>
  )
}

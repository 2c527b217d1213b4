import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { useIssuanceLog } from '../log/use-issuance-log'
import { PAGES } from '../pages'
import { TEXTS } from './texts'

const NEWS = { unknown: TEXTS.logUnknown, contradiction: TEXTS.logContradiction } as const

/** Something about the issuance log that the owner must see, wherever they are in the app. */
export function LogWarning() {
  const say = useSay()
  const { watch } = useIssuanceLog()
  const news = useStore(watch.store)
  if (news === 'none') return null
  return (
    <Card>
      <Notice kind="bad" text={say(NEWS[news])} />
      <Button label={say(TEXTS.seeIssuances)} onPress={() => open(PAGES.issuances)} />
    </Card>
  )
}

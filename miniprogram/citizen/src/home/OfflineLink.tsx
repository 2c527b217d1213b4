import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Tile } from '@nansha/kit/ui/Tile/Tile'
import { PAGES } from '../pages'
import { useOfflineLeft } from '../parts/use-offline-left'
import { TEXTS } from './texts'

/** The link to the offline passes, with how many are left, so that a citizen can see it before losing the network. */
export function OfflineLink() {
  const say = useSay()
  const gate = useOfflineLeft('gate')
  const age = useOfflineLeft('age')
  // A phone that has no passes yet shows no count.
  const isCounted = gate !== undefined && age !== undefined && gate + age > 0
  return (
    <Tile
      shape="row"
      icon="offline"
      label={say(TEXTS.passes)}
      {...(isCounted && { note: say(TEXTS.passesLeft, { gate, age }) })}
      onPress={() => open(PAGES.offline)}
    />
  )
}

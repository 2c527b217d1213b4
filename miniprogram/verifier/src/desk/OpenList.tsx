import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { PAGES } from '../pages'
import { TEXTS } from './hotel-texts'

export interface OpenListProps {
  readonly name: 'here' | 'waiting' | 'overdue' | 'leaving'
  /** Absent while it is not known. */
  readonly count: number | undefined
}

/** Opens a list of stays, and says how many are in it, where that is known. */
export function OpenList({ name, count }: OpenListProps) {
  const say = useSay()
  return (
    <Button
      kind="secondary"
      // Number and name stay on one line in large type.
      label={count === undefined ? say(TEXTS[name]) : `${say(TEXTS[name])}\u00a0·\u00a0${count}`}
      onPress={() => open(`${PAGES.stays}?list=${name}`)}
    />
  )
}

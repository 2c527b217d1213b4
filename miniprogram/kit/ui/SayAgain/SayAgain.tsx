import { useSay } from '../../i18n/language'
import { COMMON } from '../../texts/common'
import { Button } from '../Button/Button'

/** Says what was said once more. @param again of `useSpoken`; without it nothing was said, and nothing is shown */
export function SayAgain({ again }: { readonly again: (() => void) | undefined }) {
  const say = useSay()
  return again ? <Button kind="quiet" label={say(COMMON.sayAgain)} onPress={again} /> : null
}

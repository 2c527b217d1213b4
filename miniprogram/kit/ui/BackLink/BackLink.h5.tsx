import { back } from '../../device/navigation'
import { useSay } from '../../i18n/language'
import { COMMON } from '../../texts/common'
import { Button } from '../Button/Button'
import type * as Port from './BackLink'

export const BackLink: typeof Port.BackLink = ({ home, words = COMMON.back }) => {
  const say = useSay()
  return <Button kind="quiet" label={say(words)} onPress={() => back(home)} />
}

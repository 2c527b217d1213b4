import { useSay } from '@nansha/kit/i18n/language'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { ShownChild } from '../wallet/read-child'
import { TEXTS } from './texts'

/** Says that a child's card is shown, so that it is not mistaken for the holder's own. */
export function ChildNotice({ child }: { readonly child: ShownChild }) {
  const say = useSay()
  return <Notice isStanding kind="info" text={say(TEXTS.ofChild, { name: child.claims.name })} />
}

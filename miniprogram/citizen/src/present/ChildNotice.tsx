import { useSay } from '@nansha/kit/i18n/language'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { ShownChild } from '../wallet/read-child'
import { TEXTS } from './texts'

/** Whose card is shown: nobody must show a child's for their own, or their own for a child's. */
export function ChildNotice({ child }: { readonly child: ShownChild }) {
  const say = useSay()
  return <Notice isStanding kind="info" text={say(TEXTS.ofChild, { name: child.claims.name })} />
}

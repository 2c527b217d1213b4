import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { CheckedIssuance } from '../check-issuances'
import { UNKNOWN_TEXTS } from '../texts'
import { FreezeNow } from './FreezeNow'

export interface UnknownIssuanceProps {
  readonly issuance: CheckedIssuance
  readonly onKnown: () => void
}

/** A credential that was issued on the holder's number after this phone was bound, and not to this phone. */
export function UnknownIssuance({ issuance, onKnown }: UnknownIssuanceProps) {
  const say = useSay()
  const { moment } = useTimes()
  return (
    <Card>
      <Heading title={say(UNKNOWN_TEXTS.title)} />
      <Notice kind="bad" text={say(UNKNOWN_TEXTS.text, { time: moment(issuance.at) })} />
      <FreezeNow />
      <Button kind="quiet" label={say(UNKNOWN_TEXTS.known)} onPress={onKnown} />
    </Card>
  )
}

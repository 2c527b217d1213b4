import { replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { ErrorCode } from '@nansha/shared/errors'
import { goHome, PAGES } from '../../pages'
import { listTitles } from '../../parts/claim-titles'
import { holderReason } from '../../parts/holder-reason'
import { ALARMING, OTHERWISE_STOPPED, STOPPED_TITLES, TEXTS } from '../texts'

export interface StoppedProps {
  readonly reason: ErrorCode
  /** What was asked for beyond the registration. */
  readonly claims: readonly string[]
}

/** Why nothing was shared with this website, and what to do. */
export function Stopped({ reason, claims }: StoppedProps) {
  const say = useSay()
  return (
    <StatusScreen
      kind={ALARMING.includes(reason) ? 'bad' : 'warn'}
      title={say(STOPPED_TITLES[reason] ?? OTHERWISE_STOPPED)}
      text={say(holderReason(reason))}
    >
      {claims.length > 0 && (
        <Notice kind="bad" text={say(TEXTS.overAsked, { claims: listTitles(claims, say) })} />
      )}
      <Button label={say(TEXTS.scanAgain)} onPress={() => replace(PAGES.desk)} />
      <Button kind="quiet" label={say(TEXTS.home)} onPress={goHome} />
    </StatusScreen>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { ErrorCode } from '@nansha/shared/errors'
import { isPassScenario } from '@nansha/shared/scenarios'
import type { Licence } from '@nansha/shared/trust/bundle'
import { TEXTS } from '../texts'
import { StartCheck } from './StartCheck'

/** A gate whose network is gone goes on with passes alone. */
export function OfflineDesk({
  licence,
  code,
  onRetry,
}: {
  readonly licence: Licence
  readonly code: ErrorCode
  readonly onRetry: () => void
}) {
  const say = useSay()
  const scenarios = licence.scenarios.filter(isPassScenario)
  return (
    <>
      <Heading title={say(licence.name)} />
      {scenarios.length > 0 && (
        <Notice kind="warn" text={say(code === 'OFFLINE' ? TEXTS.offlineDesk : TEXTS.unreachableDesk)} />
      )}
      <StartCheck scenarios={scenarios} />
      <Button kind="secondary" label={say(COMMON.retry)} onPress={onRetry} />
    </>
  )
}

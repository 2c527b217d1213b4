import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { Complaint as Kind } from '@nansha/shared/api/wallet'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { COMPLAINT_TEXTS } from './complaint-texts'
import { FailureNotice } from './FailureNotice'

export interface ComplaintProps {
  /** What the button that reports says. */
  readonly report: string
  /** That it was counted, and where to turn to besides. */
  readonly reported: string
  /** That it was counted, and what to do with the letter. */
  readonly erased: string
  /** What the citizen sends to whoever got their data; left out where nobody got any. */
  readonly letter: string | undefined
  readonly send: (kind: Kind) => Promise<void>
}

/** What a citizen can do about who got something: have it erased, or report them. */
export function Complaint({ report, reported, erased, letter, send }: ComplaintProps) {
  const say = useSay()
  const { isRunning, failure, run } = useTask()
  const [made, setMade] = useState<Kind>()
  const complain = (kind: Kind) =>
    run(async () => {
      await send(kind)
      setMade(kind)
    })

  if (made === 'report') return <Notice kind="info" text={reported} />
  if (made === 'erase')
    return (
      <>
        <Notice kind="info" text={erased} />
        <Text selectable userSelect>
          {letter}
        </Text>
      </>
    )
  return (
    <>
      <FailureNotice failure={failure} />
      {letter !== undefined && (
        <Button
          kind="quiet"
          label={say(COMPLAINT_TEXTS.erase)}
          busy={isRunning}
          onPress={() => complain('erase')}
        />
      )}
      <Button kind="quiet" label={report} busy={isRunning} onPress={() => complain('report')} />
    </>
  )
}

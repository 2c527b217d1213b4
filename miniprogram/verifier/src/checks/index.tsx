import { useAsk } from '@nansha/kit/cloud/use-ask'
import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { Checks, VerifyEvent } from '@nansha/shared/api/verify'
import { useEffect, useState } from 'react'
import { PAGES } from '../pages'
import { refusalLook } from '../parts/refusals'
import { DeskPage } from '../warnings/DeskPage'
import { CheckEntry } from './CheckEntry'
import { TEXTS } from './texts'

/** What this desk, or for a manager the whole organisation, has checked. */
export default function ChecksPage() {
  const say = useSay()
  const ask = useAsk()
  const [{ checks, next }, setLoaded] = useState<Partial<Checks>>({})
  const { isRunning, failure, run } = useTask()

  const load = (before?: number) =>
    run(async () => {
      const event: VerifyEvent = { action: 'checks', ...(before !== undefined && { before }) }
      const page = await ask<Checks>('verify', event)
      const former = before === undefined ? [] : (checks ?? [])
      setLoaded({ ...page, checks: [...former, ...page.checks] })
    })
  useEffect(() => load(), [])

  return (
    <DeskPage title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {isRunning && checks === undefined && <Spinner label={say(TEXTS.loading)} />}
      {checks?.length === 0 && <Notice kind="info" text={say(TEXTS.none)} />}
      {checks !== undefined && checks.length > 0 && (
        <Card>
          {checks.map((check) => (
            <CheckEntry key={`${check.at}${check.useId ?? check.code}`} check={check} />
          ))}
        </Card>
      )}
      {next !== undefined && (
        <Button kind="secondary" label={say(TEXTS.more)} busy={isRunning} onPress={() => load(next)} />
      )}
      <Button kind="secondary" label={say(TEXTS.again)} busy={isRunning} onPress={() => load()} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}

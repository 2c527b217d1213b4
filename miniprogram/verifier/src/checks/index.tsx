import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { useState } from 'react'
import { PAGES } from '../pages'
import { refusalLook } from '../parts/refusals'
import { DeskPage } from '../warnings/DeskPage'
import { WarningScreen } from '../warnings/WarningScreen'
import type { Warning } from '../warnings/watch'
import { CheckEntry } from './CheckEntry'
import { TEXTS } from './texts'
import { useChecks } from './use-checks'
import { WarningEntry } from './WarningEntry'

/** What this desk, or for a manager the whole organisation, has checked, and what it was warned of. */
export default function ChecksPage() {
  const say = useSay()
  const { checks, warnings, isRunning, failure, reload, loadOlder } = useChecks()
  const [opened, setOpened] = useState<Warning>()

  if (opened) {
    return (
      <DeskPage key="warning" title={say(TEXTS.title)} tone="bad">
        <WarningScreen warning={opened} isSilent onRead={() => setOpened(undefined)} />
      </DeskPage>
    )
  }
  return (
    <DeskPage title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {isRunning && checks === undefined && <Spinner label={say(TEXTS.loading)} />}
      {warnings.map((warning) => (
        <WarningEntry key={warning.id} warning={warning} onOpen={() => setOpened(warning)} />
      ))}
      {checks?.length === 0 && <Notice kind="info" text={say(TEXTS.none)} />}
      {checks !== undefined && checks.length > 0 && (
        <Card>
          {checks.map((check, index) => (
            <CheckEntry key={check.useId ?? `${check.at}.${check.code}.${index}`} check={check} />
          ))}
        </Card>
      )}
      {loadOlder && <Button kind="secondary" label={say(TEXTS.older)} busy={isRunning} onPress={loadOlder} />}
      <Button kind="secondary" label={say(TEXTS.again)} busy={isRunning} onPress={reload} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}

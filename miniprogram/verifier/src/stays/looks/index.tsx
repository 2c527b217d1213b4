import { back } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { RecordLooks } from '@nansha/shared/api/stays-answers'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { TEXTS } from '../texts'
import { useStays } from '../use-stays'
import { LookRow } from './LookRow'

/** For a manager: who looked at which record, the latest first and to the end. */
export default function LooksPage() {
  const say = useSay()
  const ask = useStays()
  const { stay } = useQuery()
  const [shown, setShown] = useState<RecordLooks>()
  const { isRunning, failure, run } = useTask()

  const load = (after?: string) =>
    run(async () => {
      const page = await ask<RecordLooks>({
        action: 'looks',
        ...(stay !== undefined && { stay }),
        ...(after !== undefined && { after }),
      })
      setShown((former) => (after ? { ...page, looks: [...(former?.looks ?? []), ...page.looks] } : page))
    })
  useEffect(() => load(), [])

  return (
    <DeskPage title={say(TEXTS.looks)}>
      <Heading
        title={say(TEXTS.looks)}
        lead={say(stay === undefined ? TEXTS.looksLead : TEXTS.looksOfStay)}
      />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {isRunning && shown === undefined && <Spinner label={say(TEXTS.loading)} />}
      {shown?.looks.length === 0 && <Notice kind="info" text={say(TEXTS.none)} />}
      {shown !== undefined && shown.looks.length > 0 && (
        <Card>
          {shown.looks.map((look) => (
            <LookRow key={look.look} look={look} />
          ))}
        </Card>
      )}
      {shown?.next !== undefined && (
        <Button kind="secondary" label={say(TEXTS.more)} busy={isRunning} onPress={() => load(shown.next)} />
      )}
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}

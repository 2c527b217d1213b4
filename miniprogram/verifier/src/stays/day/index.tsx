import { useAsk } from '@nansha/kit/cloud/use-ask'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { back, open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { dateInChina } from '@nansha/shared/age-in-china'
import type { DayFigures } from '@nansha/shared/api/stays-answers'
import type { CheckFigures, VerifyEvent } from '@nansha/shared/api/verify'
import { parseTypedDay } from '@nansha/shared/calendar'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { TEXTS } from '../texts'
import { useStays } from '../use-stays'
import { Figures, type ShownFigures } from './Figures'
import { SaveFigures } from './SaveFigures'
import { DAY_TEXTS } from './texts'

/** A manager's figures of today or another day. */
export default function DayPage() {
  const say = useSay()
  const ask = useStays()
  const askVerify = useAsk()
  const { now } = useClock()
  const [day, setDay] = useState(() => dateInChina(now()))
  const [figures, setFigures] = useState<ShownFigures>()
  const { isRunning, failure, run } = useTask()
  const parsed = parseTypedDay(day)

  const load = () =>
    run(async () => {
      if (parsed === undefined) return
      const event: VerifyEvent = { action: 'day', day: parsed }
      const [stays, checks] = await Promise.all([
        ask<DayFigures>({ action: 'day', day: parsed }),
        askVerify<CheckFigures>('verify', event),
      ])
      setFigures({ stays, checks })
    })
  useEffect(load, [])

  return (
    <DeskPage title={say(DAY_TEXTS.figures)}>
      <Heading title={say(DAY_TEXTS.figures)} />
      <Card>
        <Field
          label={say(DAY_TEXTS.day)}
          hint={say(TEXTS.dayHint)}
          error={parsed === undefined ? say(TEXTS.dayMalformed) : undefined}
          value={day}
          onChange={setDay}
          maxLength={20}
        />
        <Button
          kind="secondary"
          label={say(TEXTS.again)}
          busy={isRunning}
          disabled={parsed === undefined}
          onPress={load}
        />
      </Card>
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {isRunning && figures === undefined && <Spinner label={say(TEXTS.loading)} />}
      {figures !== undefined && <Figures {...figures} />}
      {figures !== undefined && <SaveFigures {...figures} />}
      <Button kind="secondary" label={say(TEXTS.looks)} onPress={() => open(PAGES.looks)} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}

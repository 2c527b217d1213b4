import { useAsk } from '@nansha/kit/cloud/use-ask'
import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { ShiftView } from '@nansha/shared/api/stays-answers'
import type { VerifyEvent, Warnings } from '@nansha/shared/api/verify'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { PAGES } from '../../pages'
import { drawId } from '../../parts/draw-id'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import '../guest-rows.scss'
import { TEXTS } from '../texts'
import { useStays } from '../use-stays'
import { HandedOver } from './HandedOver'
import { SHIFT_TEXTS } from './texts'

/** Hands a shift over with a note, and takes one over once its note was read. */
export default function ShiftPage() {
  const say = useSay()
  const ask = useStays()
  const askVerify = useAsk()
  const [view, setView] = useState<ShiftView>()
  const [note, setNote] = useState('')
  const drawn = useRef<string>()
  const { isRunning, failure, run } = useTask()

  const read = async () => setView(await ask<ShiftView>({ action: 'shift' }))
  const load = () => run(read)
  useEffect(load, [])

  const begin = (takes: readonly string[]) =>
    run(async () => {
      drawn.current ??= await drawId()
      await ask({ action: 'open-shift', shift: drawn.current, takes: [...takes] })
      await read()
    })
  const end = (shift: string) =>
    run(async () => {
      const event: VerifyEvent = { action: 'warnings', read: [] }
      const { warnings } = await askVerify<Warnings>('verify', event)
      await ask({ action: 'close-shift', shift, note: note.trim(), warnings: warnings.length })
      drawn.current = undefined
      setNote('')
      await read()
    })

  const own = view?.own
  return (
    <DeskPage title={say(SHIFT_TEXTS.shift)}>
      <Heading title={say(SHIFT_TEXTS.shift)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {isRunning && view === undefined && <Spinner label={say(TEXTS.loading)} />}
      {view?.handedOver.map((shift) => (
        <HandedOver key={shift.shift} shift={shift} />
      ))}
      {view !== undefined && !own && (
        <Button
          label={say(view.handedOver.length > 0 ? SHIFT_TEXTS.takeOver : SHIFT_TEXTS.beginShift)}
          busy={isRunning}
          onPress={() => begin(view.handedOver.map(({ shift }) => shift))}
        />
      )}
      {own && <OwnShift shift={own} note={note} isBusy={isRunning} onNote={setNote} onEnd={end} />}
      <Button kind="secondary" label={say(TEXTS.again)} busy={isRunning} onPress={load} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}

interface OwnShiftProps {
  readonly shift: NonNullable<ShiftView['own']>
  readonly note: string
  readonly isBusy: boolean
  readonly onNote: (note: string) => void
  readonly onEnd: (shift: string) => void
}

/** The clerk's own shift, with the note that hands it over. */
function OwnShift({ shift, note, isBusy, onNote, onEnd }: OwnShiftProps) {
  const say = useSay()
  const { moment } = useTimes()
  return (
    <Card>
      <View className="guest-row__name">{say(SHIFT_TEXTS.ownShift, { time: moment(shift.openedAt) })}</View>
      <View className="guest-row__more">
        {say(TEXTS.arrivals, { count: shift.arrivals, guests: shift.guests })}
      </View>
      <Field
        label={say(SHIFT_TEXTS.shiftNote)}
        hint={say(SHIFT_TEXTS.shiftNoteHint)}
        kind="long"
        value={note}
        onChange={onNote}
        maxLength={300}
      />
      <Button label={say(SHIFT_TEXTS.endShift)} busy={isBusy} onPress={() => onEnd(shift.shift)} />
    </Card>
  )
}

import { holdScreenBright } from '@nansha/kit/device/screen'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { ErrorCode } from '@nansha/shared/errors'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { useEffect, useState } from 'react'
import { refusalLook } from '../../parts/refusals'
import { TrustAge } from '../../parts/TrustAge'
import { useTrust } from '../../trust/use-trust'
import { DeskPage } from '../../warnings/DeskPage'
import type { Subject } from '../subject'
import type { DeskAsk, DeskScreen, DeskScreenEvents, OpenDeskScreen } from './desk-screen'
import { ShownDeskCode } from './ShownDeskCode'
import { TEXTS } from './texts'

export interface DeskCodeViewProps {
  readonly openScreen: (ask: DeskAsk, events: DeskScreenEvents) => OpenDeskScreen
  readonly scenario: ScenarioName
  readonly onArrived: (subject: Subject) => void
  readonly onRefused: (code: ErrorCode) => void
  /** The clerk reads eight digits out, in place of a code to scan. */
  readonly isSpoken: boolean
  /** From digits to a code, or back. */
  readonly onOtherWay: () => void
  readonly onLeave: () => void
}

/** The desk's own screen, turned to the person: a code to scan, or digits to be read out, until their answer arrives. */
export function DeskCodeView(props: DeskCodeViewProps) {
  const say = useSay()
  const { openScreen, scenario, isSpoken, onArrived, onRefused, onOtherWay } = props
  const [attempt, setAttempt] = useState(0)
  const [screen, setScreen] = useState<OpenDeskScreen>()
  const trust = useStore(useTrust().store)
  // Shown to the person, who compares it with what their own phone says of the desk.
  const organisation = trust.phase === 'held' ? say(trust.bundle.licence.name) : undefined
  const purpose = say(SCENARIOS[scenario].title)

  useEffect(holdScreenBright, [])
  useEffect(() => {
    const opened = openScreen({ scenario, isSpoken }, { arrived: onArrived, refused: onRefused })
    setScreen(opened)
    return opened.close
  }, [openScreen, scenario, isSpoken, attempt, onArrived, onRefused])

  return (
    <DeskPage title={say(SCENARIOS[scenario].title)}>
      <Heading title={organisation ?? purpose} lead={organisation && purpose} />
      {screen && <Screen screen={screen} onAgain={() => setAttempt((count) => count + 1)} />}
      <TrustAge />
      <Button kind="secondary" label={say(isSpoken ? TEXTS.backToCode : TEXTS.speak)} onPress={onOtherWay} />
      <Button kind="secondary" label={say(COMMON.back)} onPress={props.onLeave} />
    </DeskPage>
  )
}

function Screen({ screen, onAgain }: { readonly screen: OpenDeskScreen; readonly onAgain: () => void }) {
  const state: DeskScreen = useStore(screen.store)
  const say = useSay()
  switch (state.phase) {
    case 'opening':
      return <Spinner label={say(TEXTS.opening)} />
    case 'showing':
      return <ShownDeskCode {...state} />
    case 'paused':
      return (
        <StatusScreen kind="info" title={say(TEXTS.paused)} text={say(TEXTS.pausedText)}>
          <Button label={say(TEXTS.show)} onPress={onAgain} />
        </StatusScreen>
      )
    case 'failed': {
      const { kind, title, text } = refusalLook(state.code)
      return (
        <StatusScreen kind={kind} title={say(title)} text={say(text)}>
          <Button label={say(COMMON.retry)} onPress={onAgain} />
        </StatusScreen>
      )
    }
  }
}

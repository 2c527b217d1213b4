import { type CameraState, isCameraFault } from '@nansha/kit/camera/camera-state'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { CameraHelp } from '@nansha/kit/photograph/CameraHelp'
import { createCodeGate } from '@nansha/kit/scanner/code-gate'
import { Scanner } from '@nansha/kit/scanner/Scanner'
import { scanOnce } from '@nansha/kit/scanner/scan-once'
import { useSeenLately } from '@nansha/kit/scanner/use-seen-lately'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { kindOfCode } from '@nansha/shared/code-kind'
import { isRequestLink } from '@nansha/shared/openid4vp/request-link'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { PAGES } from '../../pages'
import { CAMERA_HELP, TEXTS } from '../texts'
import { TypeDigits } from './TypeDigits'
import './scan-desk.scss'

/** Of a desk, or of a website that asks for the same thing in another way. */
const isAsking = (text: string) => kindOfCode(text) === 'desk-code' || isRequestLink(text)

/** The camera closes after one code, so nothing has to tell the same code from the next. */
const CLEAR_AFTER_MS = 1500

export interface ScanDeskProps {
  readonly onCode: (text: string) => void
  /** Eight digits that the clerk read out in place of a code. */
  readonly onDigits: (digits: string) => void
}

/** The camera looks for a desk's code. Nothing is sent by scanning. */
export function ScanDesk({ onCode, onDigits }: ScanDeskProps) {
  const say = useSay()
  const [isTyping, setTyping] = useState(false)
  const isOnline = useOnline()
  const gate = useMemo(() => createCodeGate(CLEAR_AFTER_MS), [])
  const [camera, setCamera] = useState<CameraState>('starting')
  const [attempt, setAttempt] = useState(0)
  const foreign = useSeenLately()
  const [isNothingFound, setNothingFound] = useState(false)

  const retry = () => {
    setCamera('starting')
    setAttempt(attempt + 1)
  }
  const scanAnotherWay = async () => {
    const scanned = await scanOnce(isAsking)
    setNothingFound(scanned.state === 'none')
    if (scanned.state === 'code') onCode(scanned.text)
  }

  if (isTyping) return <TypeDigits onDigits={onDigits} onBack={() => setTyping(false)} />
  return (
    <View className="scan-desk">
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {!isOnline && <Notice kind="warn" text={say(TEXTS.noNetwork)} />}
      {isCameraFault(camera) ? (
        <CameraHelp state={camera} texts={CAMERA_HELP} onRetry={retry} />
      ) : (
        <>
          <View className="scan-desk__camera">
            <Scanner
              key={attempt}
              gate={gate}
              isWanted={isAsking}
              onCode={onCode}
              onHeld={() => undefined}
              onForeign={foreign.onSeen}
              onState={setCamera}
            />
            <View className="scan-desk__frame" />
          </View>
          {camera === 'starting' ? (
            <Spinner label={say(TEXTS.starting)} />
          ) : (
            <View className="scan-desk__hint">{say(foreign.isSeen ? TEXTS.foreign : TEXTS.aim)}</View>
          )}
        </>
      )}
      {isNothingFound && <Notice kind="warn" text={say(TEXTS.nothingFound)} />}
      <Button kind="secondary" label={say(TEXTS.anotherWay)} onPress={() => void scanAnotherWay()} />
      <Button kind="secondary" label={say(TEXTS.typeDigits)} onPress={() => setTyping(true)} />
      <BackLink home={PAGES.home} />
    </View>
  )
}

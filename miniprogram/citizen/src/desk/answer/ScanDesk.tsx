import type { CameraState } from '@nansha/kit/camera/camera-state'
import { back } from '@nansha/kit/device/navigation'
import { useOnline } from '@nansha/kit/device/use-online'
import { useSay } from '@nansha/kit/i18n/language'
import { CameraHelp } from '@nansha/kit/photograph/CameraHelp'
import { createCodeGate } from '@nansha/kit/scanner/code-gate'
import { Scanner } from '@nansha/kit/scanner/Scanner'
import { scanOnce } from '@nansha/kit/scanner/scan-once'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { PAGES } from '../../pages'
import { CAMERA_HELP, TEXTS } from '../texts'
import './scan-desk.scss'

/** The page reads one code and closes the camera, so the same code need not be told from the next. */
const CLEAR_AFTER_MS = 1500

/** The camera looks for a desk's code. Nothing is sent by scanning. */
export function ScanDesk({ onCode }: { readonly onCode: (text: string) => void }) {
  const say = useSay()
  const isOnline = useOnline()
  const gate = useMemo(() => createCodeGate(CLEAR_AFTER_MS), [])
  const [camera, setCamera] = useState<CameraState>('starting')
  const [attempt, setAttempt] = useState(0)
  const isBroken = camera === 'denied' || camera === 'unavailable'

  const retry = () => {
    setCamera('starting')
    setAttempt(attempt + 1)
  }
  const scanAnotherWay = async () => {
    const text = await scanOnce()
    if (text !== undefined) onCode(text)
  }

  return (
    <View className="scan-desk">
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {!isOnline && <Notice kind="warn" text={say(TEXTS.noNetwork)} />}
      {isBroken ? (
        <CameraHelp state={camera} texts={CAMERA_HELP} onRetry={retry} />
      ) : (
        <>
          <View className="scan-desk__camera">
            <Scanner key={attempt} gate={gate} onCode={onCode} onHeld={() => undefined} onState={setCamera} />
            <View className="scan-desk__frame" />
          </View>
          {camera === 'starting' ? (
            <Spinner label={say(TEXTS.starting)} />
          ) : (
            <View className="scan-desk__hint">{say(TEXTS.aim)}</View>
          )}
        </>
      )}
      <Button kind="secondary" label={say(TEXTS.anotherWay)} onPress={() => void scanAnotherWay()} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.home)} />
    </View>
  )
}

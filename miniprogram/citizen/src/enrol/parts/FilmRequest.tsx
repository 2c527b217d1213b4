import { deviceNow } from '@nansha/kit/device/clock'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Countdown } from '@nansha/kit/ui/Countdown/Countdown'
import { useSpoken } from '@nansha/kit/ui/use-spoken'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { STEP_FILMED_WITHIN_MS } from '../film-person'
import { ActionIcon } from './ActionIcon'
import { ADVICE_TEXTS, FILM_TEXTS } from './film-texts'
import type { Asked } from './use-filming'
import './capture.scss'

/** A person whose act is not seen by then may say that they are doing it. */
const PATIENCE_MS = 7_000
/** Advice that stands this long is said, after what was asked. */
const ADVICE_STANDS_MS = 4_000

/** What to do now and how it goes: above the picture, close to the camera that the person looks into. */
export function FilmRequest({ asked: { request, advice } }: { readonly asked: Asked }) {
  const say = useSay()
  // A person who turns their head or closes their eyes cannot read it.
  useSpoken(FILM_TEXTS[request])
  useSpoken(advice && advice !== 'right' ? ADVICE_TEXTS[advice] : undefined, ADVICE_STANDS_MS)
  return (
    <View className="capture__above">
      <View className="capture__request" {...a11y({ role: 'alert' })}>
        <ActionIcon request={request === 'light' ? 'look-straight' : request} />
        <View>{say(FILM_TEXTS[request])}</View>
      </View>
      <View className={`capture__hint capture__hint--${advice}`} {...a11y({ role: 'status' })}>
        {advice && say(ADVICE_TEXTS[advice])}
      </View>
    </View>
  )
}

/** How many steps are left, how long this one takes, and a button for a person whose act the phone does not see. */
export function FilmProgress({ asked, onPress }: { readonly asked: Asked; readonly onPress: () => void }) {
  const say = useSay()
  const now = useNow()
  const { step, steps, advice, shownAt } = asked
  const secondsLeft = Math.max(0, Math.ceil((shownAt + STEP_FILMED_WITHIN_MS - now) / 1000))
  const isPatienceOver = now - shownAt > PATIENCE_MS
  return (
    <>
      {(advice === 'unseen' || isPatienceOver) && (
        <Button kind="secondary" label={say(FILM_TEXTS.press)} onPress={onPress} />
      )}
      <View className="capture__steps" {...a11y({ role: 'img', label: progress(say, step, steps) })}>
        {Array.from({ length: steps }, (_, number) => (
          <View
            className={`capture__step ${number < step ? 'capture__step--done' : ''} ${number === step ? 'capture__step--now' : ''}`}
            key={number}
          />
        ))}
      </View>
      <Countdown
        secondsLeft={secondsLeft}
        secondsInAll={STEP_FILMED_WITHIN_MS / 1000}
        label={`${progress(say, step, steps)} · ${say(FILM_TEXTS.left, { seconds: secondsLeft })}`}
      />
    </>
  )
}

const progress = (say: ReturnType<typeof useSay>, step: number, total: number) =>
  say(FILM_TEXTS.progress, { step: step + 1, total })

/** Unix milliseconds of the device, about once a second. */
function useNow(): number {
  const [now, setNow] = useState(deviceNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

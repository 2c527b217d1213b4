import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { TEXTS } from '../../texts'

/** Two turns of the phone's pictures and some bad luck: after that the portrait may not come at all. */
const PATIENCE_MS = 6000

export interface ReadingHintProps {
  readonly missing: 'proof' | 'portrait'
  readonly onGoOn: () => void
}

/** One frame of a pass is read, and which one is waited for. */
export function ReadingHint({ missing, onGoOn }: ReadingHintProps) {
  const say = useSay()
  const [isLong, setLong] = useState(false)

  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])

  return (
    <>
      <Spinner label={say(missing === 'portrait' ? TEXTS.readingPortrait : TEXTS.readingProof)} />
      {isLong && missing === 'portrait' ? (
        <Button kind="secondary" label={say(TEXTS.goOnWithoutPortrait)} onPress={onGoOn} />
      ) : (
        <View className="scan-view__hint">{say(TEXTS.keepStill)}</View>
      )}
    </>
  )
}

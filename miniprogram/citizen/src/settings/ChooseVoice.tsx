import { canSpeak } from '@nansha/kit/device/speak'
import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { useElder } from '@nansha/kit/ui/elder'
import { View } from '@tarojs/components'
import { TEXTS } from './texts'

/** Senior mode says what to do; whoever wants it silent keeps the rest of it. */
export function ChooseVoice() {
  const say = useSay()
  const { isElder, hasVoice, chooseVoice } = useElder()
  if (!isElder || !canSpeak()) return null
  return (
    <Card>
      <View className="settings__label">{say(TEXTS.voice)}</View>
      <Choice
        label={say(TEXTS.voice)}
        options={[
          { value: 'on', label: say(TEXTS.voiceOn) },
          { value: 'off', label: say(TEXTS.voiceOff) },
        ]}
        value={hasVoice ? 'on' : 'off'}
        onChoose={(voice) => chooseVoice(voice === 'on')}
      />
    </Card>
  )
}

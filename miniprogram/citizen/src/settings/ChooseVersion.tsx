import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { useElder } from '@nansha/kit/ui/elder'
import { View } from '@tarojs/components'
import { TEXTS } from './texts'

export function ChooseVersion() {
  const say = useSay()
  const { isElder, choose } = useElder()
  return (
    <Card>
      <Choice
        label={say(TEXTS.version)}
        options={[
          { value: 'standard', label: say(TEXTS.standard) },
          { value: 'elder', label: say(TEXTS.elder) },
        ]}
        value={isElder ? 'elder' : 'standard'}
        onChoose={(version) => choose(version === 'elder')}
      />
      <View className="settings__note">{say(TEXTS.elderText)}</View>
    </Card>
  )
}

import { type Language, useLanguage, useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Card } from '@nansha/kit/ui/Card/Card'
import { View } from '@tarojs/components'
import { TEXTS } from './texts'
import './settings.scss'

/** Each language is called by its own name, so that a person who cannot read the other one finds it. */
const NAMES: Readonly<Record<Language, string>> = { zh: '简体中文', en: 'English' }
const LANGUAGES: readonly Language[] = ['zh', 'en']

export function ChooseLanguage() {
  const say = useSay()
  const { language, choose } = useLanguage()
  return (
    <Card>
      <View className="settings__label">{say(TEXTS.language)}</View>
      <View className="settings__languages" {...a11y({ role: 'radiogroup', label: say(TEXTS.language) })}>
        {LANGUAGES.map((name) => (
          <View
            className={`settings__language ${name === language ? 'settings__language--chosen' : ''}`}
            key={name}
            onClick={() => choose(name)}
            {...a11y({ role: 'radio', label: NAMES[name], checked: name === language })}
          >
            {NAMES[name]}
          </View>
        ))}
      </View>
    </Card>
  )
}

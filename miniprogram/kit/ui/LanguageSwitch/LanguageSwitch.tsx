import { useLanguage } from '../../i18n/language'
import { Button } from '../Button/Button'

/** Each language names itself, so that its readers can read the button. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage()
  return (
    <Button
      kind="quiet"
      label={language === 'zh' ? 'English' : '中文'}
      onPress={() => choose(language === 'zh' ? 'en' : 'zh')}
    />
  )
}

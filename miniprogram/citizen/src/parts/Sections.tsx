import type { Text as Words } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import { View } from '@tarojs/components'
import './sections.scss'

export interface Section {
  readonly title: Words
  readonly text: Words
}

/** Something to read, in short pieces with a title each. */
export function Sections({ sections }: { readonly sections: readonly Section[] }) {
  const say = useSay()
  return (
    <Card>
      {sections.map(({ title, text }) => (
        <View className="section" key={title.en}>
          <View className="section__title">{say(title)}</View>
          <View className="section__text">{say(text)}</View>
        </View>
      ))}
    </Card>
  )
}

import { saveFile } from '@nansha/kit/device/save-file'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { ExportedData, ExportedIdentity } from '@nansha/shared/api/export'
import { claimValue } from '@nansha/shared/claim-values'
import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { claimTitle } from '../parts/claim-titles'
import { TEXTS } from './texts'
import './exported.scss'

/** What was exported, to be read here and taken away as a file. */
export function ExportedView({ exported }: { readonly exported: ExportedIdentity }) {
  const say = useSay()
  const { day } = useTimes()
  const [saved, setSaved] = useState<boolean>()
  const data = JSON.parse(exported.text) as ExportedData
  const { at, version } = data.consent
  const agreed =
    version === 'in-person'
      ? say(TEXTS.agreedInPerson, { day: day(at) })
      : say(TEXTS.agreed, { day: day(at), version })
  const lines: (readonly [string, string])[] = [
    ...Object.entries(data.claims).map(([name, value]) => describeClaim(name, value, say)),
    [say(TEXTS.consent), agreed],
    [say(TEXTS.credentials), say(TEXTS.count, { count: data.credentials.length })],
    [say(TEXTS.children), say(TEXTS.count, { count: data.children.length })],
    [say(TEXTS.uses), say(TEXTS.count, { count: data.history.length })],
  ]
  const save = async () =>
    setSaved(await saveFile(`nansha-id-${data.exportedAt}.json`, JSON.stringify(exported)).catch(() => false))

  return (
    <Card>
      <View className="exported__title">{say(TEXTS.exported)}</View>
      <View className="exported__line">
        <Text className="exported__name">{say(TEXTS.portrait)}</Text>
        <Image
          className="exported__portrait"
          src={`data:image/webp;base64,${data.portrait}`}
          mode="aspectFill"
          webp
          nativeProps={{ alt: say(TEXTS.portrait) }}
        />
      </View>
      {lines.map(([name, value]) => (
        <View className="exported__line" key={name}>
          <Text className="exported__name">{name}</Text>
          <Text className="exported__value">{value}</Text>
        </View>
      ))}
      {saved !== undefined && (
        <Notice kind={saved ? 'good' : 'warn'} text={say(saved ? TEXTS.saved : TEXTS.notSaved)} />
      )}
      <Button label={say(TEXTS.save)} onPress={() => void save()} />
    </Card>
  )
}

/** A claim as people call it; some are kept under shorter names than credentials have. */
function describeClaim(
  name: string,
  value: string,
  say: ReturnType<typeof useSay>,
): readonly [string, string] {
  const title = say(claimTitle(name === 'address' ? 'address.formatted' : name))
  return [title, say(claimValue(name, value))]
}

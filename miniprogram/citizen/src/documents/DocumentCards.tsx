import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { View } from '@tarojs/components'
import { PAGES } from '../pages'
import { useDocuments } from '../wallet/use-documents'
import { ChildCards } from './ChildCards'
import { DocumentCard } from './DocumentCard'
import { inSentence, standingOf } from './describe-document'
import { TEXTS } from './texts'

/** The further documents of this phone, masked, each the way to its own page; and the way to add one. */
export function DocumentCards({ isIdentityValid }: { readonly isIdentityValid: boolean }) {
  const say = useSay()
  const { now } = useClock()
  const documents = useDocuments()
  const { shown, gone } = useStore(documents.store)
  return (
    <>
      {gone.map((type) => (
        <Notice
          key={type}
          kind="warn"
          text={say(TEXTS.gone, { title: inSentence(say(CREDENTIAL_TYPES[type].title)) })}
        />
      ))}
      {shown.map((one) => {
        const standing = standingOf(one, isIdentityValid, now())
        const title = say(CREDENTIAL_TYPES[one.type].title)
        const see = () => open(`${PAGES.document}?type=${one.type}`)
        return (
          <View className="documents__one" key={one.type}>
            <View onClick={see}>
              <DocumentCard shown={one} standing={standing} isOpen={false} />
            </View>
            <Button kind="quiet" label={say(TEXTS.open, { title: inSentence(title) })} onPress={see} />
          </View>
        )
      })}
      <ChildCards isIdentityValid={isIdentityValid} />
      {isIdentityValid && (
        <Button kind="quiet" label={say(TEXTS.add)} onPress={() => open(PAGES.addDocument)} />
      )}
    </>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import { claimValue } from '@nansha/shared/claim-values'
import { groupResidentNumber } from '@nansha/shared/group-resident-number'
import { View } from '@tarojs/components'
import type { Particulars } from './particulars'
import { TEXTS } from './texts'
import './officer.scss'

/** Everything that will be in the credential, once more. */
export function ReviewedLines({ particulars }: { readonly particulars: Particulars }) {
  const say = useSay()
  const { name, chineseName, idNumber, nationality, ethnicity, address, cardValidity, guardian } = particulars
  const lines = [
    { label: TEXTS.name, value: name },
    { label: TEXTS.chineseName, value: chineseName },
    { label: TEXTS.idNumber, value: groupResidentNumber(idNumber) },
    { label: TEXTS.nationality, value: nationality },
    { label: TEXTS.ethnicity, value: ethnicity },
    { label: TEXTS.address, value: address },
    { label: TEXTS.cardValidity, value: say(claimValue('card_validity', cardValidity)) },
    {
      label: TEXTS.guardian,
      value: guardian && `${guardian.name} ${groupResidentNumber(guardian.idNumber)}`,
    },
  ]
  return (
    <Card>
      {lines.map(
        ({ label, value }) =>
          value !== undefined && (
            <View key={label.en}>
              <View className="officer__label">{say(label)}</View>
              <View className="officer__value">{value}</View>
            </View>
          ),
      )}
    </Card>
  )
}

import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { chosenSet, type Path, pathName } from '@nansha/shared/openid4vp/asked-of'
import { webHost } from '@nansha/shared/openid4vp/web-host'
import { View } from '@tarojs/components'
import { claimTitle, listTitles } from '../../parts/claim-titles'
import { Sections } from '../../parts/Sections'
import type { PortalRequest } from '../read-portal'
import { TEXTS } from '../texts'
import './ask-approval.scss'

export interface AskApprovalProps {
  readonly request: PortalRequest
  readonly chosen: readonly Path[]
  readonly onChoose: (chosen: readonly Path[]) => void
  readonly onApprove: () => void
  readonly onDecline: () => void
}

/** Says who asks, for which purpose and for which claims; optional claims are left out until they are chosen. */
export function AskApproval({ request, chosen, onChoose, onApprove, onDecline }: AskApprovalProps) {
  const say = useSay()
  const { asked, registration, verified } = request
  const { purpose } = asked
  const shared = chosenSet(asked, chosen).map(pathName)
  const domain = webHost(verified.request.response_uri)

  return (
    <View className="portal-approval">
      <Card>
        <View className="portal-approval__verified">✓ {say(TEXTS.registered)}</View>
        <Heading
          title={say(registration.registrant.organisation)}
          lead={say(TEXTS.purpose, { purpose: say(purpose.title) })}
        />
        <View className="portal-approval__domain">{say(TEXTS.domain, { domain })}</View>
      </Card>
      {verified.transactions.map(({ bank, product, consents }) => (
        <Card key={say(product)}>
          <View className="portal-approval__label">{say(TEXTS.agrees)}</View>
          <View className="portal-approval__what">
            {say(TEXTS.opening, { bank: say(bank), product: say(product) })}
          </View>
          {consents.map((consent) => (
            <View className="portal-approval__consent" key={consent.en}>
              {say(consent)}
            </View>
          ))}
        </Card>
      ))}
      <Card>
        <View className="portal-approval__label">{say(TEXTS.shares)}</View>
        <View className="portal-approval__what">
          {shared.length === 0 ? say(TEXTS.nothing) : listTitles(shared, say)}
        </View>
      </Card>
      {asked.optional.length > 0 && (
        <Card>
          <View className="portal-approval__label">{say(TEXTS.optional)}</View>
          {asked.optional.map((path) => (
            <OptionalClaim key={pathName(path)} path={path} chosen={chosen} onChoose={onChoose} />
          ))}
        </Card>
      )}
      <Sections
        sections={[
          { title: TEXTS.why, text: purpose.legalBasis },
          { title: TEXTS.kept, text: purpose.retention },
        ]}
      />
      <Notice kind="warn" text={say(TEXTS.isYours)} />
      <Actions kind="pair">
        <Button kind="secondary" label={say(TEXTS.decline)} onPress={onDecline} />
        <Button label={say(TEXTS.approve)} onPress={onApprove} />
      </Actions>
    </View>
  )
}

function OptionalClaim({
  path,
  chosen,
  onChoose,
}: Pick<AskApprovalProps, 'chosen' | 'onChoose'> & { readonly path: Path }) {
  const say = useSay()
  const name = pathName(path)
  const isChosen = chosen.some((one) => pathName(one) === name)
  const title = say(claimTitle(name))
  const others = chosen.filter((one) => pathName(one) !== name)
  return (
    <Button
      kind="secondary"
      label={isChosen ? `✓ ${title} · ${say(TEXTS.remove)}` : `${title} · ${say(TEXTS.add)}`}
      onPress={() => onChoose(isChosen ? others : [...others, path])}
    />
  )
}

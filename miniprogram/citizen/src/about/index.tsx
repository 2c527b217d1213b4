import { useSay } from '@nansha/kit/i18n/language'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Page } from '@nansha/kit/ui/Page/Page'
import { PAGES } from '../pages'
import { Sections } from '../parts/Sections'
import { SECTIONS, TEXTS } from './texts'

export default function AboutPage() {
  const say = useSay()
  return (
    <Page title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      <Sections sections={SECTIONS} />
      <BackLink home={PAGES.home} />
    </Page>
  )
}

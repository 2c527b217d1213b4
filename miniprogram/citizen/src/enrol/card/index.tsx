import { PhotographCard } from '../parts/PhotographCard'

export default function CardPage() {
  return <PhotographCard side="portrait" />
}

import { PhotographCard } from '../parts/PhotographCard'

export default function EmblemPage() {
  return <PhotographCard side="emblem" />
}

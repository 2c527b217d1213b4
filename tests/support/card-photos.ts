import { cardToPhoto } from '#demo/specimen/card-projection'
import { shotNamed } from '#demo/specimen/card-shots'
import type { CardText } from '#demo/specimen/draw-card'
import { drawCard } from '#demo/specimen/draw-card'
import type { EmblemSideText } from '#demo/specimen/draw-emblem-side'
import { drawEmblemSide } from '#demo/specimen/draw-emblem-side'
import { drawPermanentSide, type PermanentSideText } from '#demo/specimen/draw-permanent-side'
import { drawPlaceholderPortrait } from '#demo/specimen/draw-portrait'
import { PLAIN_SHOT, photographCard, type Shot } from '#demo/specimen/photograph-card'
import { seededRandom } from '#demo/specimen/seeded-random'
import { SPECIMEN_PEOPLE, type SpecimenPerson } from '#demo/specimen/specimen-people'

/** A specimen citizen by id; an unknown id throws. */
export function specimen(id: string): SpecimenPerson {
  const person = SPECIMEN_PEOPLE.find((candidate) => candidate.id === id)
  if (!person) throw new Error(`no specimen person ${id}`)
  return person
}

/**
 * A photo of the portrait side, plain but for what `shot` changes, or one of the named shots. JPEG.
 *
 * @param card what it says, or the id of a specimen citizen
 */
export async function photoOfCard(
  card: CardText | string,
  shot: Partial<Shot> | string = {},
): Promise<Buffer> {
  const text = typeof card === 'string' ? specimen(card) : card
  return takePhoto(await drawCard(text, await drawPlaceholderPortrait(seededRandom(1))), shot)
}

/** The same of a foreign permanent resident's card. */
export async function photoOfPermanentSide(
  card: PermanentSideText,
  shot: Partial<Shot> | string = {},
): Promise<Buffer> {
  return takePhoto(await drawPermanentSide(card, await drawPlaceholderPortrait(seededRandom(1))), shot)
}

/** The same of the emblem side. */
export async function photoOfEmblemSide(
  card: EmblemSideText | string,
  shot: Partial<Shot> | string = {},
): Promise<Buffer> {
  return takePhoto(await drawEmblemSide(typeof card === 'string' ? specimen(card) : card), shot)
}

/** Carries shares of the card to pixels of the photo that {@link photoOfCard} takes with the same shot. */
export const whereOnPhoto = (shot: Partial<Shot>) => cardToPhoto({ ...PLAIN_SHOT, ...shot })

function takePhoto(card: Buffer, shot: Partial<Shot> | string): Promise<Buffer> {
  const random = seededRandom(7)
  return photographCard(
    card,
    typeof shot === 'string' ? shotNamed(shot, random) : { ...PLAIN_SHOT, ...shot },
    random,
  )
}

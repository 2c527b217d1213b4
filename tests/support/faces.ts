import sharp from 'sharp'

export { asSelfie, cropFace, PEOPLE, SAME_PERSON } from '#demo/specimen/real-faces'

/** A photo of a whole card on a table, 1280×960, whose portrait's face is about 75 pixels high. JPEG. */
export async function onCard(portrait: Buffer): Promise<Buffer> {
  const small = await sharp(portrait).resize(126, 168).toBuffer()
  const card = { width: 720, height: 454, channels: 3, background: '#dfe6ea' } as const
  const front = await sharp({ create: card })
    .composite([{ input: small, left: 540, top: 80 }])
    .png()
    .toBuffer()
  return sharp({ create: { width: 1280, height: 960, channels: 3, background: '#6b5a48' } })
    .composite([{ input: front, left: 280, top: 250 }])
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** Two portraits side by side in one photo. JPEG. */
export async function sideBySide(left: Buffer, right: Buffer): Promise<Buffer> {
  return sharp({ create: { width: 960, height: 640, channels: 3, background: '#888' } })
    .composite([
      { input: left, left: 0, top: 0 },
      { input: right, left: 480, top: 0 },
    ])
    .jpeg()
    .toBuffer()
}

/** A photo without a person in it. JPEG. */
export function emptyRoom(): Promise<Buffer> {
  return sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a8f6a' } })
    .jpeg()
    .toBuffer()
}

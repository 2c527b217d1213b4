import sharp from 'sharp'
import type { DevelopmentAccount, DevelopmentCall } from './development-client'
import type { CardText } from './specimen/draw-card'

/**
 * Puts a synthetic citizen into the specimen registry, as the ministry's registry holds a real one.
 *
 * @param portrait JPEG or PNG; shrunk so that the event stays below the platform's 100 kB
 * @throws Error with the refusal's code
 */
export async function registerSpecimen(
  call: DevelopmentCall,
  operator: DevelopmentAccount,
  { name, number, ethnicity, address }: CardText,
  portrait: Buffer,
): Promise<void> {
  const small = await sharp(portrait).resize(480, 640, { fit: 'cover' }).jpeg({ quality: 85 }).toBuffer()
  const answer = await call(operator, 'specimen', {
    action: 'register',
    name,
    idNumber: number,
    portrait: small.toString('base64'),
    ethnicity,
    address,
  })
  if (!answer.ok) throw new Error(`The specimen registry refused ${name}: ${answer.code}`)
}

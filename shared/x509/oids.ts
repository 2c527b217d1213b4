/** Contents of the object identifiers that the certificates of this project use, in hexadecimal (RFC 5280, RFC 5480). */

/** 1.2.840.10045.4.3.2 */
export const ecdsaWithSha256 = '2a8648ce3d040302'
/** 1.2.840.10045.2.1 */
export const ecPublicKey = '2a8648ce3d0201'
/** 1.2.840.10045.3.1.7 */
export const prime256v1 = '2a8648ce3d030107'
/** 2.5.4.3 */
export const commonName = '550403'
/** 2.5.4.10 */
export const organizationName = '55040a'
/** 2.5.29.15 */
export const keyUsage = '551d0f'
/** 2.5.29.17 */
export const subjectAltName = '551d11'
/** 2.5.29.19 */
export const basicConstraints = '551d13'

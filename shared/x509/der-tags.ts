/** Tags of DER (ITU-T X.690 §8) that the certificates of this project use. Imported under one name: `DER.sequence`. */
export const boolean = 0x01
export const integer = 0x02
export const bitString = 0x03
export const octetString = 0x04
export const oid = 0x06
export const utf8String = 0x0c
export const printableString = 0x13
export const utcTime = 0x17
export const generalizedTime = 0x18
export const sequence = 0x30
export const set = 0x31

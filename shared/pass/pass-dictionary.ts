import { encodeUtf8 } from '../encoding/utf8'

/**
 * What every pass says, for deflate to point at instead of writing it; the likeliest text last. Fixed for ever: another
 * dictionary is another version of the packing.
 */
export const PASS_DICTIONARY = encodeUtf8(
  [
    '"assurance":"specimen","assurance":"platform-face","assurance":"in-person",',
    '"unlock":"face","unlock":"pin","age_equal_or_over":{"18":true},"age_equal_or_over":{"18":false},',
    '/types/age-pass","aud":"urn:nansha:age",',
    '{"alg":"ES256","typ":"dc+sd-jwt","kid":"',
    '"}\n{"iss":"https://","vct":"https://issuer.id.gov.cn/types/gate-pass","iat":18,"nbf":18,"exp":18',
    ',"cnf":{"jwk":{"kty":"EC","crv":"P-256","x":"","y":""}},"status":{"status_list":{"idx":1,"uri":"https://',
    '/trust/status/1"}},"assurance":"face+registry","jti":"","unlock":"pin","portrait_digest":"',
    '","name":"","id_number_last4":""}\n{"alg":"ES256","typ":"kb+jwt"}\n{"iat":18',
    ',"aud":"urn:nansha:gate","nonce":"1","sd_hash":""}',
  ].join(''),
)

/** Operators that wx-server-sdk can write and localcloud refuses, because it could not do as MongoDB does. */
export const REFUSED: Readonly<Record<string, string>> = {
  $jsonSchema: 'it has no schemas',
  $search: 'it has no text index',
  $text: 'it has no text index',
  $meta: 'it has no text index',
  $where: 'it runs no JavaScript of a query',
  $function: 'it runs no JavaScript of a query',
  $accumulator: 'it runs no JavaScript of a query',
  $collStats: 'wx-server-sdk cannot send it',
  $facet: 'wx-server-sdk cannot send it',
  $graphLookup: 'wx-server-sdk cannot send it',
  $indexStats: 'wx-server-sdk cannot send it',
  $out: 'wx-server-sdk cannot send it',
  $redact: 'wx-server-sdk cannot send it',
}

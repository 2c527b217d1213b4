import type { Document } from '@nansha/localcloud/database/ejson'

const inventory: Document[] = [
  { _id: 1, sku: 'almonds', instock: 120 },
  { _id: 2, sku: 'bread', instock: 80 },
  { _id: 3, sku: 'cashews', instock: 60 },
  { _id: 4, sku: 'pecans', instock: 70 },
  { _id: 5, sku: null, description: 'Incomplete' },
  { _id: 6 },
]
const members: Document[] = [
  { _id: 1, name: 'artie' },
  { _id: 2, name: 'giraffe' },
  { _id: 3, name: 'pandabear' },
]
const warehouses: Document[] = [
  { _id: 1, stock_item: 'almonds', warehouse: 'A', instock: 120 },
  { _id: 2, stock_item: 'pecans', warehouse: 'A', instock: 80 },
  { _id: 3, stock_item: 'almonds', warehouse: 'B', instock: 60 },
  { _id: 4, stock_item: 'cookies', warehouse: 'B', instock: 40 },
]

/** The other collections of the examples. */
export const collections: Readonly<Record<string, readonly Document[]>> = { inventory, members, warehouses }

/** Examples of `$lookup`: documents, its parameters and what it adds as `found`. */
export const lookups: readonly {
  readonly title: string
  readonly documents: readonly Document[]
  readonly lookup: Document
  readonly found: readonly (readonly Document[])[]
}[] = [
  {
    title: 'joins by equal fields, and null with what is missing',
    documents: [{ _id: 1, item: 'almonds' }, { _id: 2, item: 'pecans' }, { _id: 3 }],
    lookup: { from: 'inventory', localField: 'item', foreignField: 'sku', as: 'found' },
    found: [
      [inventory[0] as Document],
      [inventory[3] as Document],
      [inventory[4] as Document, inventory[5] as Document],
    ],
  },
  {
    title: 'joins each element of an array',
    documents: [{ _id: 1, enrollmentlist: ['giraffe2', 'pandabear', 'artie'] }],
    lookup: { from: 'members', localField: 'enrollmentlist', foreignField: 'name', as: 'found' },
    found: [[members[0] as Document, members[2] as Document]],
  },
  {
    title: 'joins by several conditions',
    documents: [
      { _id: 1, item: 'almonds', ordered: 2 },
      { _id: 2, item: 'pecans', ordered: 100 },
      { _id: 3, item: 'cookies', ordered: 60 },
    ],
    lookup: {
      from: 'warehouses',
      let: { order_item: '$item', order_qty: '$ordered' },
      pipeline: [
        {
          $match: {
            $expr: {
              $and: [{ $eq: ['$stock_item', '$$order_item'] }, { $gte: ['$instock', '$$order_qty'] }],
            },
          },
        },
        { $project: { stock_item: 0, _id: 0 } },
      ],
      as: 'found',
    },
    found: [
      [
        { warehouse: 'A', instock: 120 },
        { warehouse: 'B', instock: 60 },
      ],
      [],
      [],
    ],
  },
]

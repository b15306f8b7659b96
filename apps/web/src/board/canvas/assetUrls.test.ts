import { DEFAULT_EMBED_DEFINITIONS, iconTypes, LANGUAGES } from 'tldraw'
import { expect, test } from 'vitest'
import { assetUrls } from './assetUrls.ts'

/** Every address in the table, however deep. */
function addressesIn(table: unknown): string[] {
  if (typeof table === 'string') return [table]
  if (typeof table !== 'object' || table === null) return []
  return Object.values(table).flatMap(addressesIn)
}

test('[BV1] every asset of the canvas lies on this server', () => {
  const addresses = addressesIn(assetUrls)
  expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([])
  expect(addresses.filter((address) => address === '')).toEqual([])
})

test('[BV1] no asset that the canvas knows is left to its own host', () => {
  expect(Object.keys(assetUrls.icons ?? {}).sort()).toEqual([...iconTypes].sort())
  expect(Object.keys(assetUrls.translations ?? {}).sort()).toEqual(LANGUAGES.map(({ locale }) => locale).sort())
  expect(Object.keys(assetUrls.fonts ?? {})).toHaveLength(16)
  expect(Object.keys(assetUrls.embedIcons ?? {}).sort()).toEqual(
    DEFAULT_EMBED_DEFINITIONS.map(({ type }): string => type).sort(),
  )
})

import fontUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import italicFontUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2?url'
import iconsUrl from '@tldraw/assets/icons/icon/0_merged.svg?url'
import englishUrl from '@tldraw/assets/translations/en.json?url'
import dutchUrl from '@tldraw/assets/translations/nl.json?url'
import { DEFAULT_EMBED_DEFINITIONS, iconTypes, LANGUAGES, type TLUiAssetUrlOverrides } from 'tldraw'

/** tldraw's four families. All are our one typeface: one family everywhere, the canvas included (look.md, Type). */
const families = ['tldraw_draw', 'tldraw_sans', 'tldraw_serif', 'tldraw_mono']

/** The file is variable: the same one serves every weight. */
const fonts = Object.fromEntries(
  families.flatMap((family) => [
    [family, fontUrl],
    [`${family}_bold`, fontUrl],
    [`${family}_italic`, italicFontUrl],
    [`${family}_italic_bold`, italicFontUrl],
  ]),
)

/**
 * Where tldraw finds its fonts, icons and words: all on this server. Every name that tldraw knows is given, because one that is
 * left out is fetched from tldraw's own host (reliability.md F88).
 */
export const assetUrls: TLUiAssetUrlOverrides = {
  fonts,
  icons: Object.fromEntries(iconTypes.map((name) => [name, `${iconsUrl}#${name}`])),
  translations: Object.fromEntries(LANGUAGES.map(({ locale }) => [locale, locale === 'nl' ? dutchUrl : englishUrl])),
  // Embeds are off; no menu shows these.
  embedIcons: Object.fromEntries(DEFAULT_EMBED_DEFINITIONS.map(({ type }) => [type, `${iconsUrl}#external-link`])),
}

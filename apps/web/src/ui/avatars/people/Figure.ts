/** How somebody's hair is worn. Children have the same as others. */
export type Hair =
  | 'short'
  | 'crop'
  | 'side'
  | 'bald'
  | 'fringe'
  | 'long'
  | 'wavy'
  | 'bob'
  | 'bun'
  | 'perm'
  | 'afro'
  | 'ponytail'
  | 'locs'

export type Headwear = 'cap' | 'scarf' | 'turban' | 'beanie'
export type Beard = 'full' | 'short' | 'moustache'
export type Glasses = 'round' | 'square' | 'dark'
export type Collar = 'round' | 'shirt' | 'hood' | 'roll'

/** Things that help somebody in daily life, drawn with her. */
export type Aid = 'cane' | 'white-cane' | 'walker' | 'wheelchair'

/** What one person is drawn from. Colours are values for CSS; each has a darker tone of its own (`shade`). */
export interface Figure {
  readonly skin: string
  readonly hair: Hair
  readonly hairColour: string
  readonly clothes: string
  readonly collar?: Collar
  readonly headwear?: Headwear
  readonly headwearColour?: string
  readonly beard?: Beard
  readonly glasses?: Glasses
  readonly hearingAid?: boolean
  readonly apron?: boolean
  readonly old?: boolean
  readonly aid?: Aid
}

/** From light to dark. */
export const SKINS = ['#F4D3B6', '#E8BC94', '#CF9768', '#A06A43', '#6F4630'] as const
/** From light to dark hair; darker skins take from the dark end, as with people. */
export const HAIR_COLOURS = ['#C68A45', '#8F5B34', '#5A3B2A', '#3C302B', '#2A2422'] as const
export const GREY = '#B4B7BC'
export const WHITE = '#E7E5DF'
export const CLOTHES = ['#6B3FA0', '#1D5E9E', '#0B7285', '#1B7A48', '#8A3A6B', '#B4662A'] as const
/** Lines of a face, of frames and of aids. */
export const INK = '#3A2A24'

/** The darker tone of a colour: of two tones is each thing drawn. */
export function shade(colour: string, part = 18): string {
  return `color-mix(in srgb, ${colour} ${100 - part}%, #2a1c18)`
}

import { CLOTHES, GREY, HAIR_COLOURS, SKINS, WHITE, type Figure } from './Figure.ts'

/** A person among others in one picture: where the middle of the head is, in a field of 96 by 96, and how large she is. */
export interface Placed {
  readonly figure: Figure
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** A picture: who is in it, those in front last, and its ground. */
export interface PersonDrawing {
  readonly ground: string
  readonly people: readonly Placed[]
  /** A baby in a sling on the chest of the one in front. */
  readonly baby?: { readonly skin: string; readonly cloth: string }
}

const [fair, light, tan, brown, deep] = SKINS
const [blond, chestnut, darkBrown, nearBlack, black] = HAIR_COLOURS
const [violet, blue, teal, green, plum, rust] = CLOTHES

const grounds = { sand: '#F5DFBD', mint: '#CDE6D6', sky: '#CFE2F3', rose: '#F6D6D2', lilac: '#E3D8F0', sea: '#CBE6E8' }

/** Where one person alone stands. */
export const ALONE = { x: 48, y: 41, scale: 1 } as const
const SEATED = { x: 48, y: 33, scale: 0.74 } as const
/** With something in the hands. */
const HOLDING = { x: 43, y: 35, scale: 0.8 } as const
const alone = (ground: string, figure: Figure): PersonDrawing => ({ ground, people: [{ figure, ...ALONE }] })

/**
 * The drawn people that a persona can have, by the name that is stored. Names are words with hyphens, in Dutch, as the demos
 * use them. Order is the order of the picker: people alone, with an aid, together.
 */
export const people = {
  'vrouw-grijs-bril': alone(grounds.lilac, {
    skin: fair,
    hair: 'bun',
    hairColour: GREY,
    clothes: violet,
    glasses: 'round',
    old: true,
  }),
  'man-pet': alone(grounds.sand, {
    skin: brown,
    hair: 'crop',
    hairColour: black,
    clothes: teal,
    headwear: 'cap',
    headwearColour: rust,
    beard: 'short',
    collar: 'hood',
  }),
  'vrouw-schort': alone(grounds.sky, {
    skin: fair,
    hair: 'bun',
    hairColour: chestnut,
    clothes: blue,
    apron: true,
  }),
  'vrouw-hoofddoek': alone(grounds.sand, {
    skin: tan,
    hair: 'long',
    hairColour: black,
    clothes: plum,
    headwear: 'scarf',
    headwearColour: teal,
  }),
  'man-baard': alone(grounds.mint, {
    skin: light,
    hair: 'side',
    hairColour: darkBrown,
    clothes: green,
    beard: 'full',
    collar: 'shirt',
  }),
  'vrouw-krullen': alone(grounds.rose, { skin: deep, hair: 'afro', hairColour: black, clothes: rust }),
  'man-bril': alone(grounds.sky, {
    skin: light,
    hair: 'short',
    hairColour: black,
    clothes: blue,
    glasses: 'square',
    collar: 'roll',
  }),
  'vrouw-lang-haar': alone(grounds.sea, {
    skin: light,
    hair: 'long',
    hairColour: nearBlack,
    clothes: plum,
    collar: 'shirt',
  }),
  'mens-kort-haar': alone(grounds.lilac, {
    skin: fair,
    hair: 'side',
    hairColour: '#B4552E',
    clothes: teal,
    collar: 'roll',
  }),
  'man-tulband': alone(grounds.sky, {
    skin: tan,
    hair: 'bald',
    hairColour: nearBlack,
    clothes: violet,
    headwear: 'turban',
    headwearColour: '#C2701C',
    beard: 'full',
    collar: 'shirt',
  }),
  'vrouw-zwart-haar-bril': alone(grounds.mint, {
    skin: brown,
    hair: 'locs',
    hairColour: black,
    clothes: plum,
    glasses: 'round',
  }),
  'jongere-muts': alone(grounds.sea, {
    skin: fair,
    hair: 'fringe',
    hairColour: blond,
    clothes: green,
    headwear: 'beanie',
    headwearColour: violet,
    collar: 'hood',
  }),
  'man-gehoorapparaat': alone(grounds.sand, {
    skin: light,
    hair: 'short',
    hairColour: GREY,
    clothes: blue,
    hearingAid: true,
    old: true,
    collar: 'shirt',
  }),
  'man-wandelstok': {
    ground: grounds.mint,
    people: [
      {
        figure: {
          skin: fair,
          hair: 'bald',
          hairColour: WHITE,
          clothes: rust,
          beard: 'moustache',
          old: true,
          aid: 'cane',
          collar: 'shirt',
        },
        ...HOLDING,
      },
    ],
  },
  'vrouw-rollator': {
    ground: grounds.rose,
    people: [
      {
        figure: {
          skin: brown,
          hair: 'perm',
          hairColour: WHITE,
          clothes: plum,
          glasses: 'square',
          old: true,
          aid: 'walker',
        },
        ...HOLDING,
        x: 48,
      },
    ],
  },
  'man-rolstoel': {
    ground: grounds.sky,
    people: [
      {
        figure: { skin: deep, hair: 'crop', hairColour: black, clothes: rust, beard: 'short', aid: 'wheelchair' },
        ...SEATED,
      },
    ],
  },
  'vrouw-rolstoel': {
    ground: grounds.sand,
    people: [
      { figure: { skin: fair, hair: 'wavy', hairColour: '#B4552E', clothes: green, aid: 'wheelchair' }, ...SEATED },
    ],
  },
  'vrouw-blindenstok': {
    ground: grounds.lilac,
    people: [
      {
        figure: { skin: light, hair: 'bob', hairColour: darkBrown, clothes: teal, glasses: 'dark', aid: 'white-cane' },
        ...HOLDING,
      },
    ],
  },
  'vader-baby': {
    ground: grounds.sea,
    people: [
      {
        figure: { skin: tan, hair: 'short', hairColour: nearBlack, clothes: violet, beard: 'short' },
        x: 48,
        y: 36,
        scale: 0.9,
      },
    ],
    baby: { skin: tan, cloth: '#E0A93B' },
  },
  'moeder-kind': {
    ground: grounds.sand,
    people: [
      { figure: { skin: brown, hair: 'ponytail', hairColour: black, clothes: blue }, x: 36, y: 37, scale: 0.82 },
      { figure: { skin: brown, hair: 'afro', hairColour: black, clothes: '#D98A2B' }, x: 67, y: 61, scale: 0.62 },
    ],
  },
  'stel-ouder': {
    ground: grounds.mint,
    people: [
      {
        figure: {
          skin: tan,
          hair: 'bald',
          hairColour: GREY,
          clothes: green,
          beard: 'moustache',
          old: true,
          glasses: 'square',
        },
        x: 63,
        y: 39,
        scale: 0.76,
      },
      {
        figure: {
          skin: tan,
          hair: 'long',
          hairColour: GREY,
          clothes: plum,
          old: true,
          headwear: 'scarf',
          headwearColour: '#C5B7DA',
        },
        x: 33,
        y: 47,
        scale: 0.74,
      },
    ],
  },
  'stel-vrouwen': {
    ground: grounds.rose,
    people: [
      {
        figure: { skin: fair, hair: 'side', hairColour: blond, clothes: teal, collar: 'shirt' },
        x: 63,
        y: 41,
        scale: 0.75,
      },
      { figure: { skin: deep, hair: 'locs', hairColour: black, clothes: rust }, x: 33, y: 45, scale: 0.75 },
    ],
  },
  'moeder-dochter': {
    ground: grounds.lilac,
    people: [
      { figure: { skin: light, hair: 'bob', hairColour: chestnut, clothes: blue }, x: 62, y: 38, scale: 0.77 },
      {
        figure: { skin: light, hair: 'perm', hairColour: WHITE, clothes: rust, old: true, hearingAid: true },
        x: 34,
        y: 49,
        scale: 0.74,
      },
    ],
  },
  'opa-kleinkind': {
    ground: grounds.sky,
    people: [
      {
        figure: {
          skin: deep,
          hair: 'crop',
          hairColour: WHITE,
          clothes: green,
          old: true,
          beard: 'short',
          glasses: 'round',
        },
        x: 38,
        y: 37,
        scale: 0.82,
      },
      { figure: { skin: brown, hair: 'fringe', hairColour: nearBlack, clothes: '#C0453B' }, x: 68, y: 62, scale: 0.6 },
    ],
  },
} as const satisfies Readonly<Record<string, PersonDrawing>>

/** Name of one of our drawings. */
export type PersonName = keyof typeof people
export const personNames = Object.keys(people) as readonly PersonName[]

export function isPersonName(name: string): name is PersonName {
  return Object.hasOwn(people, name)
}

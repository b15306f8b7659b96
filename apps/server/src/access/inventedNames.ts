import { NAME_MAX_LENGTH, type GuestAvatar } from '@samenreis/model/api/participant'
import type { Language } from '@samenreis/model/api/rooms'
import { below, type RandomBytes } from './secrets.ts'

/** What each drawing is called. All Dutch ones are de-words, so that every adjective ends in -e. */
const nouns: Readonly<Record<Language, Readonly<Record<GuestAvatar, string>>>> = {
  nl: {
    cat: 'Kat',
    dog: 'Hond',
    hen: 'Kip',
    fish: 'Vis',
    snail: 'Slak',
    owl: 'Uil',
    hedgehog: 'Egel',
    butterfly: 'Vlinder',
    teapot: 'Theepot',
    bicycle: 'Fiets',
    umbrella: 'Paraplu',
    plant: 'Plant',
    lamp: 'Lamp',
    boat: 'Boot',
    cake: 'Taart',
    key: 'Sleutel',
  },
  en: {
    cat: 'Cat',
    dog: 'Dog',
    hen: 'Hen',
    fish: 'Fish',
    snail: 'Snail',
    owl: 'Owl',
    hedgehog: 'Hedgehog',
    butterfly: 'Butterfly',
    teapot: 'Teapot',
    bicycle: 'Bicycle',
    umbrella: 'Umbrella',
    plant: 'Plant',
    lamp: 'Lamp',
    boat: 'Boat',
    cake: 'Cake',
    key: 'Key',
  },
}

/** Words that anybody may be called by: kind, and saying nothing about looks, age or wits. */
const adjectives: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'Vrolijke',
    'Rustige',
    'Vriendelijke',
    'Dappere',
    'Zonnige',
    'Kalme',
    'Nieuwsgierige',
    'Warme',
    'Handige',
    'Gulle',
    'Blije',
    'Wakkere',
    'Zachte',
    'Frisse',
    'Trouwe',
    'Fijne',
  ],
  en: [
    'Cheerful',
    'Quiet',
    'Friendly',
    'Brave',
    'Sunny',
    'Calm',
    'Curious',
    'Warm',
    'Handy',
    'Generous',
    'Happy',
    'Bright',
    'Gentle',
    'Fresh',
    'Loyal',
    'Kind',
  ],
}

/**
 * A friendly name for someone who gave none, e.g. "Vrolijke Egel": it fits the drawing and nobody in the room has it yet.
 * When all are taken it gets a number.
 */
export function inventName(
  avatar: GuestAvatar,
  language: Language,
  taken: ReadonlySet<string>,
  random: RandomBytes,
): string {
  const words = adjectives[language]
  const first = below(random, words.length)
  const names = words.map((_, at) => `${words[(first + at) % words.length]} ${nouns[language][avatar]}`)
  const free = names.find((name) => !taken.has(name))
  if (free !== undefined) return free
  for (let number = 2; ; number++) {
    const name = `${names[0]} ${number}`
    if (!taken.has(name)) return name
  }
}

/** What a screen is called: it is nobody. */
export const screenNames: Readonly<Record<Language, string>> = { nl: 'Groot scherm', en: 'Big screen' }

/** Characters that show nothing or turn the direction of what follows (reliability.md F76): in a name they only deceive. */
const invisible = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** A name as it is kept: no invisible characters, single spaces, at most `NAME_MAX_LENGTH`. '' when nothing is left. */
export function cleanName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').trim().slice(0, NAME_MAX_LENGTH)
}

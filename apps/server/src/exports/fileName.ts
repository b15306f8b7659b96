/** Longest part of a file name that comes from a title. */
const TITLE_LENGTH = 60

/**
 * Name of a download: what it is, whose session, which day. Letters, digits and dashes only, so that no header, shell or file
 * system reads anything else into it.
 */
export function fileName(title: string, day: string, file: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, TITLE_LENGTH)
    .replace(/^-+|-+$/g, '')
  const [name, extension] = file.split('.')
  return `${[name, words, day].filter((part) => part !== '').join('-')}.${extension}`
}

import { readFileSync } from 'node:fs'
import { JourneyKind } from '@samenreis/model/records/enumerations'
import { expect, test } from 'vitest'
import { dutch } from '../../i18n/dutch.ts'
import { english } from '../../i18n/english.ts'
import { journeyKindIcons } from './journeyKindIcons.ts'

const css = readFileSync(new URL('./journey.css', import.meta.url), 'utf8')

/** What the style sheet gives to a kind under this name. */
function given(kind: string, property: string): string {
  const block = new RegExp(`\\.journey\\[data-kind='${kind}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new RegExp(`${property}:([^;]*);`).exec(block)?.[1]?.trim() ?? ''
}

test.each([
  ['drawing', (kind: JourneyKind): unknown => journeyKindIcons[kind]],
  ['Dutch word', (kind: JourneyKind) => dutch.kinds.journeyKind[kind]],
  ['English word', (kind: JourneyKind) => english.kinds.journeyKind[kind]],
  ['colour', (kind: JourneyKind) => given(kind, '--strong')],
  ['ground', (kind: JourneyKind) => given(kind, '--tint')],
  ['edge', (kind: JourneyKind) => given(kind, '--edge-line')],
])('[JL1] every kind of journey has its own %s', (_what, of) => {
  const all = JourneyKind.options.map((kind): unknown => of(kind))
  for (const each of all) expect(each).toBeTruthy()
  expect(new Set(all).size).toBe(JourneyKind.options.length)
})

test('[JL1] the words of a kind can be read on its ground', () => {
  for (const kind of JourneyKind.options)
    expect(contrast(given(kind, '--strong'), given(kind, '--tint')), kind).toBeGreaterThanOrEqual(4.5)
})

/** Contrast of two colours as `#rrggbb` (WCAG 2.2, 1.4.3). */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

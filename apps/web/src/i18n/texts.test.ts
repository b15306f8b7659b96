import { globSync, readFileSync } from 'node:fs'
import { ProblemCode } from '@samenreis/model/api/problem'
import { guestAvatars } from '@samenreis/model/api/participant'
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'
import { WarningCode } from '../api/extraction.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'

/** Every text with its key, `namespace.path`. */
function flat(texts: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(texts)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') found.set(here, value)
    else for (const [inner, text] of flat(value as object, here)) found.set(inner, text)
  }
  return found
}

const nl = flat(dutch)
const en = flat(english)
const blanks = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted()

describe('texts of the interface', () => {
  test('[UI1] Dutch and English have the same keys', () => {
    expect([...en.keys()].toSorted()).toEqual([...nl.keys()].toSorted())
    expect(nl.size).toBeGreaterThan(300)
  })

  test('[UI1] both leave the same blanks open', () => {
    for (const [key, text] of nl) expect(blanks(en.get(key) ?? ''), key).toEqual(blanks(text))
  })

  test('[UI1] no text is empty', () => {
    for (const [key, text] of [...nl, ...en]) expect(text.trim(), key).not.toBe('')
  })

  test('[UI3] every problem has a title and says what happened, what is safe and what to do', () => {
    const reasons = [...ProblemCode.options, 'unreachable', 'unexpected-answer'] as const
    for (const reason of reasons) {
      for (const { problems } of [dutch, english]) {
        const { title, text } = problems.byReason[reason]
        expect(title, reason).not.toBe('')
        expect(text.match(/[.?!](?= |$)/g)?.length ?? 0, reason).toBeGreaterThanOrEqual(2)
      }
    }
    expect(Object.keys(dutch.problems.byReason).toSorted()).toEqual([...reasons].toSorted())
  })

  test('[UI4] every flag of actions.md D5 has a sentence', () => {
    for (const { actions } of [dutch, english]) {
      expect(Object.keys(actions.warning).toSorted()).toEqual([...WarningCode.options].toSorted())
      for (const code of WarningCode.options) expect(actions.warning[code], code).toMatch(/[.?]$/)
    }
  })

  test('every drawing has a word', () => {
    for (const avatar of guestAvatars) expect(dutch.common.avatar[avatar]).not.toBe('')
  })
})

/** Attributes whose words people see or hear. */
const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label'])
const hasWords = (text: unknown): boolean => typeof text === 'string' && /\p{L}{2,}/u.test(text)

/** Words written straight into a component: text between tags, and literals in attributes that are read. */
function wordsInComponent(source: string): string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const { type, value, name } = node as { type?: unknown; value?: unknown; name?: { name?: unknown } }
    if (type === 'JSXText' && hasWords(value)) found.push(String(value).trim())
    if (type === 'JSXAttribute' && spoken.has(String(name?.name))) {
      const literal = (value as { value?: unknown } | null)?.value
      if (hasWords(literal)) found.push(String(literal))
    }
    Object.values(node).forEach(visit)
  }
  visit(parseAst(source, { lang: 'tsx' }))
  return found
}

describe('components', () => {
  test('the scan sees words between tags and in spoken attributes', () => {
    expect(wordsInComponent('const a = <p title="Een titel">Een zin <b>{t("x")}</b></p>')).toEqual([
      'Een titel',
      'Een zin',
    ])
    expect(wordsInComponent('const a = <p className="note">· {t("x")}</p>')).toEqual([])
  })

  test('[UI2] no component holds a sentence', () => {
    const files = globSync('src/**/*.tsx', { cwd: `${import.meta.dirname}/../..` })
    const components = files.filter((file) => !file.includes('.test.') && !file.includes('/testing/'))
    expect(components.length).toBeGreaterThan(40)
    const offenders = components.flatMap((file) =>
      wordsInComponent(readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8')).map(
        (words) => `${file}: ${words}`,
      ),
    )
    expect(offenders).toEqual([])
  })
})

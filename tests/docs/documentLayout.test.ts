import { readFileSync } from 'node:fs'
import { documentRoots, SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import { bindingKinds } from '@samenreis/model/records/binding'
import * as enumerations from '@samenreis/model/records/enumerations'
import { Page, shapeEnvelopeKeys } from '@samenreis/model/records/envelope'
import { domainKinds, drawingKinds, shapeKinds } from '@samenreis/model/records/recordKinds'
import { expect, test } from 'vitest'
import { z } from 'zod'

const page = readFileSync(new URL('../../docs/document-layout.md', import.meta.url), 'utf8')

/** The text under a heading, up to the next heading of any level. */
function section(heading: string): string {
  const at = page.indexOf(`\n${heading}\n`)
  if (at < 0) throw new Error(`docs/document-layout.md has no heading "${heading}"`)
  const body = page.slice(at + heading.length + 2)
  const end = body.search(/^#{2,3} /m)
  return end < 0 ? body : body.slice(0, end)
}

/** Cells of every table row of a text, without the heading rows. */
function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

function names(text: string): string[] {
  return rows(text).map(([name = '']) => name.replaceAll('`', ''))
}

test('[DL10] the page names every root of the document and its schema version', () => {
  expect(names(section('## Roots'))).toEqual([...documentRoots])
  expect(section('## Roots')).toContain(`integer, now ${SCHEMA_VERSION}`)
})

test('[DL10] it names every field of a page, a shape and a binding', () => {
  const own = (schema: z.ZodObject): string[] => Object.keys(schema.shape).filter((name) => name !== 'id')
  expect(names(section('### Page')).sort()).toEqual(own(Page).sort())
  expect(names(section('## Fields of every shape')).sort()).toEqual(
    shapeEnvelopeKeys.filter((name) => name !== 'id').sort(),
  )
  for (const [type, schema] of Object.entries(bindingKinds)) {
    const described = [...names(section('## Bindings')), ...names(section(`### \`${type}\``))]
    expect([type, ...described.sort()]).toEqual([type, ...own(schema).sort()])
  }
})

test('[DL10] it names every field of every kind of the domain, how it is stored and what a new one has', () => {
  for (const [type, { texts, defaults, size }] of Object.entries(domainKinds)) {
    const text = section(`### \`${type}\``)
    expect(text).toContain(`${size.w} × ${size.h}`)
    const described = new Map(rows(text).map(([name = '', ...cells]) => [name.replaceAll('`', ''), cells]))
    expect([type, ...described.keys()]).toEqual([type, ...Object.keys(defaults)])
    const limits: Readonly<Record<string, number>> = texts
    for (const [name, start] of Object.entries(defaults)) {
      const [stored, plain, begins, meaning] = described.get(name) ?? []
      const limit = limits[name]
      expect([type, name, stored]).toEqual([type, name, limit === undefined ? 'value' : 'Y.Text'])
      if (limit !== undefined) expect(plain).toBe(`text, editors stop at ${limit}`)
      else if (name !== 'lanes') expect([name, begins]).toEqual([name, `\`${JSON.stringify(start)}\``])
      expect([name, meaning]).not.toEqual([name, ''])
    }
  }
})

test('[DL10] it names every kind of the canvas with its fields, and says what each field holds', () => {
  const text = section('## Kinds of the canvas')
  const described = new Set(names(text))
  for (const [type, { defaults }] of Object.entries(drawingKinds)) {
    const line = text.split('\n').find((each) => each.startsWith(`- **\`${type}\`**:`)) ?? ''
    const fields = [...line.slice(line.indexOf(':')).matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
    expect([type, ...fields]).toEqual([type, ...Object.keys(defaults)])
    expect(fields.filter((name) => !described.has(name))).toEqual([])
  }
})

test('[DL10] it lists every value of every list that a record uses', () => {
  const lists = new Map(
    rows(section('## Value lists').replaceAll(/^\| ([A-Z]\w+) \|/gm, '| `$1` |')).map(([name = '', values = '']) => [
      name.replaceAll('`', ''),
      values,
    ]),
  )
  const used = new Set<unknown>(Object.values(shapeKinds).flatMap(({ schema }) => [...schemasIn(schema)]))
  const stored = Object.entries(enumerations).filter(([, schema]) => used.has(schema))
  const enums = stored.flatMap(([name, schema]) => (schema instanceof z.ZodEnum ? [{ name, schema }] : []))
  expect([...lists.keys()].sort()).toEqual(enums.map(({ name }) => name).sort())
  for (const { name, schema } of enums) {
    expect([name, lists.get(name)]).toEqual([name, schema.options.map((value) => `\`${value}\``).join(' ')])
  }
})

function* schemasIn(schema: unknown): Iterable<unknown> {
  yield schema
  if (schema instanceof z.ZodNullable) yield* schemasIn(schema.unwrap())
  else if (schema instanceof z.ZodArray) yield* schemasIn(schema.element)
  else if (schema instanceof z.ZodObject) for (const field of Object.values(schema.shape)) yield* schemasIn(field)
}

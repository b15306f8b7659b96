import { CreatedSession } from '@samenreis/model/api/rooms'
import { putRecord, removeRecord } from '@samenreis/model/document/write'
import { newShape } from '@samenreis/model/interchange/newShape'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { shapeId } from '../support/records.ts'
import { scenario } from './scenario.ts'
import type { Workshop } from './Workshop.ts'

/** Until a picture of two hundred cards is drawn on a busy machine. */
const PICTURE_MS = 30_000

/** What runs when a page takes words for something else. Each calls the canary. */
const payloads = [
  '<script>canary()</script>',
  '<img src=x onerror=canary()>',
  '<svg onload=canary()>',
  '<svg><script>canary()</script></svg>',
  '<svg><animate onbegin=canary() attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.canary()</script>"></iframe>',
  '<iframe src="javascript:parent.canary()"></iframe>',
  '<a href="javascript:canary()">klik</a>',
  '<a href="data:text/html,<script>opener.canary()</script>">klik</a>',
  '[klik](javascript:canary())',
  'javascript:canary()',
  'JaVaScRiPt:canary()',
  '\u0001javascript:canary()',
  'java\tscript:canary()',
  'data:text/html,<script>canary()</script>',
  'vbscript:canary()',
  '"><script>canary()</script>',
  "'-canary()-'",
  '${canary()}',
  '{{constructor.constructor("canary()")()}}',
  '</style><script>canary()</script>',
  '</textarea><script>canary()</script>',
  '</title><script>canary()</script>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=canary()></style></mglyph></math>',
  '<details open ontoggle=canary()>',
  '<video><source onerror=canary()></video>',
  '<input autofocus onfocus=canary()>',
  '<body onload=canary()>',
  '<object data="javascript:canary()"></object>',
  '<embed src="javascript:canary()">',
  '<form><button formaction="javascript:canary()">klik</button></form>',
  '<base href="javascript:canary()//">',
  '<link rel=stylesheet href="data:text/css,*{background:url(javascript:canary())}">',
  '<template><script>canary()</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=canary()>">',
  '<x onclick=canary() style="position:fixed;inset:0">klik</x>',
  '&lt;script&gt;canary()&lt;/script&gt;',
  '<!--><script>canary()</script>-->',
  '<![CDATA[<script>canary()</script>]]>',
  'url(javascript:canary())',
]

function rich(text: string, href?: string): unknown {
  const marks = href === undefined ? [] : [{ type: 'link', attrs: { href, target: '_blank', rel: 'noopener' } }]
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text, marks }] }] }
}

const UNDRAWABLE = payloads.findIndex((payload) => payload.includes('\u0001'))

/** Each payload in every sort of place that words have on a board. */
function corpus(): BoardRecord[] {
  return payloads.flatMap((payload, at) => {
    const place = (column: number): Record<string, unknown> => ({
      geometry: [column * 260, at * 180, 0, 200, 130],
      index: `a${String.fromCharCode(65 + column)}${String(at + 1).padStart(2, '1')}`,
    })
    return [
      newShape('card', shapeId(`c${at}`), { ...place(0), text: payload }),
      newShape('idea', shapeId(`i${at}`), { ...place(1), title: payload, description: payload, owner: payload }),
      newShape('note', shapeId(`n${at}`), { ...place(2), geometry: [520, at * 180, 0, 0, 0], richText: rich(payload) }),
      newShape('frame', shapeId(`f${at}`), { ...place(3), name: payload }),
      newShape('geo', shapeId(`g${at}`), {
        ...place(4),
        richText: rich(payload, `https://example.org/"onmouseover="canary()${encodeURIComponent(payload)}`),
        url: `https://example.org/#'"><script>canary()</script>`,
      }),
    ]
  })
}

async function program(workshop: Workshop): Promise<CreatedSession> {
  const answer = await fetch(`${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: workshop.created.links.facilitator, name: 'Programma', role: 'facilitator' }),
  })
  return CreatedSession.parse(await answer.json())
}

/**
 * The ways that lead from the board to a picture of it: "copy as PNG", and printing, which puts the whole board as SVG into the page.
 * The picture is then opened as a document of its own, where no policy of ours forbids anything.
 */
async function copyAndPrint(page: Page): Promise<void> {
  const context = page.context()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('Control+Shift+c')
  const copied = (): Promise<readonly string[]> =>
    page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types))
  await expect.poll(copied, { timeout: PICTURE_MS }).toContain('image/png')
  await page.keyboard.press('Control+p')
  const printed = async (): Promise<string> =>
    page.evaluate(() => (window as unknown as { printed?: string }).printed ?? '')
  await expect.poll(printed, { timeout: PICTURE_MS }).toContain('<svg')
  const svg = await printed()
  expect(svg).toContain('&lt;script&gt;canary()&lt;/script&gt;')
  const opened = await context.newPage()
  const canaries = (): Promise<unknown> =>
    opened.evaluate(() => (window as unknown as { canaries: readonly string[] }).canaries)
  await opened.route('**/picture.*', (route) =>
    route.fulfill({ contentType: route.request().url().endsWith('.svg') ? 'image/svg+xml' : 'text/html', body: svg }),
  )
  for (const name of ['picture.svg', 'picture.html']) {
    await opened.goto(`http://picture.invalid/${name}`)
    await opened.locator('svg').first().waitFor()
    for (const link of await opened.locator('a').all()) expect(await link.getAttribute('href')).toMatch(/^https:/)
    expect(await canaries()).toEqual([])
  }
  // And a script in a picture opened so would have been seen.
  const armed = '<svg xmlns="http://www.w3.org/2000/svg" onload="canary()"/>'
  await opened.route('**/armed.svg', (route) => route.fulfill({ contentType: 'image/svg+xml', body: armed }))
  await opened.goto('http://picture.invalid/armed.svg')
  await expect.poll(canaries).toEqual(['canary'])
  await opened.close()
}

scenario(
  '[HT4, F71] two hundred scripts in the words of a board, written past every control: seen, pointed at, clicked, copied as a picture and printed, none runs',
  async ({ openWorkshop }) => {
    const workshop = await openWorkshop({ title: payloads[0] ?? '', question: payloads[1] ?? '' })
    const leader = await workshop.enter({ name: '<svg onload=canary()>', role: 'facilitator', right: 'facilitator' })
    const { page } = leader
    await page.context().addInitScript(() => {
      const seen: string[] = []
      Object.assign(window, {
        canaries: seen,
        canary: () => {
          seen.push('canary')
          return ''
        },
        // As far as the page goes, printing is this: a headless browser has no window for the rest.
        print: () => {
          window.dispatchEvent(new Event('beforeprint'))
          Object.assign(window, { printed: document.querySelector('[class^="tl-print-surface"] svg')?.outerHTML })
          window.dispatchEvent(new Event('afterprint'))
        },
      })
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) =>
        seen.push([violatedDirective, blockedURI, sample, sourceFile].join(' ')),
      )
    })
    page.on('dialog', (dialog) => void dialog.dismiss())
    const heard = (): Promise<readonly string[]> =>
      page.evaluate(() => (window as unknown as { canaries: string[] }).canaries)
    // What an empty board reports by itself: a library asks once whether it may make code, and may not.
    await page.reload()
    await leader.saved()
    const own = await heard()
    expect(own.filter((each) => !each.startsWith('script-src eval '))).toEqual([])
    const records = corpus()
    expect(records).toHaveLength(200)
    const { token } = await program(workshop)
    const writer = await openClient(
      { syncUrl: `${workshop.origin.replace('http', 'ws')}/sync` },
      { token, room: workshop.created.room.id },
    )
    for (let at = 0; at < records.length; at += 25) {
      writer.board.transact(() => {
        for (const record of records.slice(at, at + 25)) putRecord(writer.board, record)
      }, 'test')
    }
    await page.reload()
    await leader.saved()
    expect(writer.closeCode).toBeNull()
    await page.keyboard.press('Shift+1')
    await eventually(async () => expect(await page.locator('.tl-shape').count()).toBeGreaterThan(100), 30_000)
    expect(await heard()).toEqual(own)
    // Near enough to read, row by row: pointed at, clicked, opened to type in, and left.
    await page.keyboard.press('Shift+0')
    for (const type of ['card', 'idea', 'note', 'frame', 'geo'] as const) {
      for (const shape of (await leader.board.cards(type).all()).slice(0, 8)) {
        const box = await shape.boundingBox()
        if (box === null || box.x < 80 || box.y < 80 || box.x > 1000 || box.y > 700) continue
        await page.mouse.move(box.x + 12, box.y + 12)
        await page.mouse.click(box.x + 12, box.y + 12)
        await page.mouse.dblclick(box.x + 12, box.y + 12)
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
      }
    }
    expect(await heard()).toEqual(own)
    // A control character cannot stand in a picture at all: with these the canvas says that copying failed.
    writer.board.transact(() => {
      for (const type of 'cinfg') removeRecord(writer.board, shapeId(`${type}${UNDRAWABLE}`))
    }, 'test')
    await eventually(async () => expect(await leader.board.cards('card').filter({ hasText: '\u0001' }).count()).toBe(0))
    await copyAndPrint(page)
    expect(await heard()).toEqual(own)
    await page.goto(`${workshop.origin}${workshop.boardPath}/acties`)
    await page.getByText('<script>canary()</script>').first().waitFor()
    expect((await heard()).filter((each) => !each.startsWith('script-src eval '))).toEqual([])
    expect(leader.hosts).toEqual(new Set([new URL(workshop.origin).host]))
  },
)

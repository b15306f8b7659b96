import type { CreatedRoom, LinkRight, NewRoom } from '@samenreis/model/api/rooms'
import type { Role } from '@samenreis/model/records/enumerations'
import { BoardAtHand } from './BoardAtHand.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Screens that people come with: a laptop in the room, and a phone. */
export const screens = {
  laptop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const

export interface PersonOptions {
  readonly name: string
  readonly role: Role
  readonly right?: LinkRight
  readonly screen?: keyof typeof screens
}

/** One person at one device, in a browser context of her own. */
export class Person {
  readonly name: string
  readonly page: Page
  readonly board: BoardAtHand
  /** Errors of the page and refused requests; every test expects none. */
  readonly complaints: string[] = []
  /** Hosts that the page asked anything of. */
  readonly hosts = new Set<string>()
  readonly context: BrowserContext

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name
    this.context = context
    this.page = page
    this.board = new BoardAtHand(page)
    page.on('pageerror', (error) => this.complaints.push(`${name}: ${error.message}`))
    page.on('console', (message) => {
      // That nobody is in yet is an answer and no fault, and a line that a test takes away is gone; the browser notes both.
      if (message.type() === 'error' && !/status of 401|ERR_INTERNET_DISCONNECTED/.test(message.text()))
        this.complaints.push(`${name}: ${message.text()}`)
    })
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url())
      if (protocol.startsWith('http') || protocol.startsWith('ws')) this.hosts.add(host)
    })
  }

  static async arrive(browser: Browser, name: string, screen: keyof typeof screens): Promise<Person> {
    return Person.at(await browser.newContext({ ...screens[screen], locale: 'nl-NL', reducedMotion: 'reduce' }), name)
  }

  /** Somebody in a new tab of this context. */
  static async at(context: BrowserContext, name: string): Promise<Person> {
    return new Person(name, context, await context.newPage())
  }

  /** Resolves when the board says that everything is safe with the server. */
  async saved(): Promise<void> {
    await this.page.locator('.save-state[data-state="saved"]').waitFor()
  }

  async leave(): Promise<void> {
    await this.context.close()
  }
}

/** One session on one server: each test makes its own, so nothing is shared and nothing is reset. */
export class Workshop {
  readonly origin: string
  readonly created: CreatedRoom
  private readonly browser: Browser
  private readonly people: Person[] = []

  private constructor(origin: string, created: CreatedRoom, browser: Browser) {
    this.origin = origin
    this.created = created
    this.browser = browser
  }

  /** Makes a session as the start page does. */
  static async make(origin: string, browser: Browser, room: Partial<NewRoom> = {}): Promise<Workshop> {
    const answer = await fetch(`${origin}/api/v1/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        title: 'Hulp in huis',
        question: 'Hoe regelen we dit samen beter?',
        start: 'empty',
        ...room,
      }),
    })
    if (answer.status !== 201) throw new Error(`No session was made: ${answer.status} ${await answer.text()}`)
    return new Workshop(origin, (await answer.json()) as CreatedRoom, browser)
  }

  /** The same session at another address, because its server came back there or by another line; and in another browser. */
  movedTo(origin: string, browser = this.browser): Workshop {
    return new Workshop(origin, this.created, browser)
  }

  get boardPath(): string {
    return `/r/${this.created.room.id}`
  }

  link(right: LinkRight): string {
    return `${this.origin}${this.boardPath}#${this.created.links[right]}`
  }

  /** A person who took part already, e.g. because she joined before: her browser has the session, and she opens the board. */
  async enter(options: PersonOptions): Promise<Person> {
    const person = await Person.arrive(this.browser, options.name, options.screen ?? 'laptop')
    this.people.push(person)
    await this.letIn(person, options)
    return person
  }

  /** The same at a device that somebody has already. */
  async letIn(person: Person, { name, role, right = 'participant' }: PersonOptions): Promise<void> {
    const answer = await person.context.request.post(
      `${this.origin}/api/v1${this.boardPath.replace('/r/', '/rooms/')}/sessions`,
      {
        data: { secret: this.created.links[right], name, role },
        headers: { origin: this.origin },
      },
    )
    if (answer.status() !== 201) throw new Error(`${name} was not let in: ${answer.status()} ${await answer.text()}`)
    await person.page.goto(`${this.origin}${this.boardPath}`)
  }

  /** A person with nothing but a link in her hand. */
  async arrive(name: string, right: LinkRight, screen: keyof typeof screens = 'laptop'): Promise<Person> {
    const person = await Person.arrive(this.browser, name, screen)
    this.people.push(person)
    await person.page.goto(this.link(right))
    return person
  }

  /** What the pages complained about, of everyone who took part. */
  get complaints(): readonly string[] {
    return this.people.flatMap((person) => person.complaints)
  }

  /** Screens of everyone as they are now, in `test-results/`, to look at when a test failed. */
  async keepPictures(name: string): Promise<void> {
    const folder = new URL('../../test-results/', import.meta.url).pathname
    for (const person of this.people) {
      const file = `${person.name} - ${name}`.replaceAll(/[^\w -]/g, '').slice(0, 120)
      await person.page.screenshot({ path: `${folder}${file}.png` }).catch(() => undefined)
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.people.map((person) => person.leave()))
  }
}

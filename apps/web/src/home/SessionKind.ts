import { Start, type NewRoom } from '@samenreis/model/api/rooms'
import { Template } from '@samenreis/model/records/enumerations'

/** What the start page offers: a kind of session to fill, or an example that is filled already. */
export type SessionKind = Template | DemoKind

export const demoKinds = Start.exclude(['empty']).options
export type DemoKind = (typeof demoKinds)[number]

/** What most people come for; a facilitator in a hurry need not choose. */
export const USUAL_KIND: SessionKind = 'joint_session'

/** The kind with this name; the usual one for any other word. */
export function sessionKindOf(value: string): SessionKind {
  const template = Template.safeParse(value)
  return template.success ? template.data : (demoKinds.find((kind) => kind === value) ?? USUAL_KIND)
}

export function isDemoKind(kind: SessionKind): kind is DemoKind {
  return demoKinds.some((demo) => demo === kind)
}

/** What the server has to make for a kind. A demo knows itself what it is about. */
export function startOf(kind: SessionKind, context: NonNullable<NewRoom['context']>): Partial<NewRoom> {
  return isDemoKind(kind) ? { start: kind } : { template: kind, context }
}

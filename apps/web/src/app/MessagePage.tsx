import './message-page.css'
import type { ReactNode } from 'react'
import { Heading } from '@nl-design-system-candidate/heading-react'
import { Paragraph } from '@nl-design-system-candidate/paragraph-react'
import { RoadDrawing } from '../ui/RoadDrawing.tsx'
import { Wordmark } from '../ui/Wordmark.tsx'

interface Props {
  readonly title: string
  /** What happened, what is safe, what to do (language.md). */
  readonly text: string
  /** Buttons. */
  readonly children?: ReactNode
}

/** A whole page that says one thing: not found, refused, no server. */
export function MessagePage({ title, text, children }: Props) {
  return (
    <div className="message-page">
      <header className="message-page__bar">
        <Wordmark />
      </header>
      <main className="message-page__sheet">
        <RoadDrawing />
        <Heading level={1} appearance="level-2">
          {title}
        </Heading>
        <Paragraph purpose="lead">{text}</Paragraph>
        {children === undefined ? null : <div className="message-page__acts">{children}</div>}
      </main>
    </div>
  )
}

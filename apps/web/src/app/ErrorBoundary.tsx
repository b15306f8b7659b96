import { Component, type ReactNode } from 'react'
import { CrashPage } from './CrashPage.tsx'

interface Props {
  readonly children: ReactNode
}

/** Shows a calm page where a part of the interface broke. What was typed is on the server or still in the document. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <CrashPage /> : this.props.children
  }
}

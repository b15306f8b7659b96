import type { LucideIcon } from 'lucide-react'

/** What a view says when it has nothing to tell yet, and what to do so that it has. */
export function EmptyView({ icon: Icon, title, text }: { icon: LucideIcon; title: string; text: string }) {
  return (
    <div className="insight-empty">
      <Icon size={28} aria-hidden="true" />
      <p className="insight-empty__title">{title}</p>
      <p>{text}</p>
    </div>
  )
}

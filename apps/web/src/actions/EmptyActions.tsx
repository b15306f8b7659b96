import { Heading } from '@nl-design-system-candidate/heading-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** No ideas yet: says where actions come from. */
export function EmptyActions({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('actions')
  return (
    <section className="actions-empty">
      <svg viewBox="0 0 300 110" width="300" height="110" fill="none" aria-hidden="true">
        <rect x="4" y="20" width="110" height="70" rx="10" fill="#fdecea" />
        <path d="M14 20h-2a8 8 0 0 0-8 8v54a8 8 0 0 0 8 8h2a5 5 0 0 1-5-5V25a5 5 0 0 1 5-5z" fill="#b3261e" />
        <rect x="22" y="40" width="70" height="7" rx="3.5" fill="#b3261e" opacity=".35" />
        <rect x="22" y="58" width="48" height="7" rx="3.5" fill="#b3261e" opacity=".35" />
        <path
          d="M122 55h48m-10-9 10 9-10 9"
          stroke="#8b8a85"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <rect
          x="181"
          y="21"
          width="114"
          height="68"
          rx="10"
          fill="#fff"
          stroke="#1b7a48"
          strokeWidth="2.5"
          strokeDasharray="7 6"
        />
        <path d="M238 42v26M225 55h26" stroke="#1b7a48" strokeWidth="3" strokeLinecap="round" />
      </svg>
      <Heading level={2}>{t('empty.title')}</Heading>
      <p>{t('empty.text')}</p>
      {children}
    </section>
  )
}

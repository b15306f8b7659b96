import '@fontsource-variable/atkinson-hyperlegible-next'
import '@nl-design-system-candidate/button-css/button.css'
import '@nl-design-system-candidate/heading-css/heading.css'
import '@nl-design-system-candidate/link-css/link.css'
import '@nl-design-system-candidate/paragraph-css/paragraph.css'
import '@nl-design-system-candidate/skip-link-css/skip-link.css'
import './ui/theme.css'
import './i18n/i18n.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, fetchBoardEarly } from './app/App.tsx'
import { leaveForPlainAddress } from './link/addressSecret.ts'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')
// Most likely this page is being left already (`link/takeLink.ts`), and must not join anything meanwhile.
if (!leaveForPlainAddress(window)) {
  fetchBoardEarly(window.location)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

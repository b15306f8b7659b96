/** A small road that stops short: for pages where one cannot go on. */
export function RoadDrawing() {
  return (
    <svg width="160" height="72" viewBox="0 0 160 72" fill="none" aria-hidden="true">
      <path d="M12 52c24 0 22-32 46-32s22 32 46 32" stroke="#5b2a86" strokeWidth="4" strokeLinecap="round" />
      <path d="M112 50c8-3 12-9 18-16" stroke="#b9a6cc" strokeWidth="4" strokeLinecap="round" strokeDasharray="1 11" />
      <circle cx="12" cy="52" r="8" fill="#fff" stroke="#5b2a86" strokeWidth="4" />
      <circle cx="58" cy="20" r="8" fill="#fff" stroke="#5b2a86" strokeWidth="4" />
      <circle cx="142" cy="22" r="8" fill="#f6f4ef" stroke="#b9a6cc" strokeWidth="4" strokeDasharray="5 6" />
    </svg>
  )
}

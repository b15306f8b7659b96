// Runs before everything else of the page, from a file of its own: who comes with a link loads the page twice, and so waits for
// nothing of it but this (vite.config.ts).
import { leaveForPlainAddress } from './addressSecret.ts'

leaveForPlainAddress(window)

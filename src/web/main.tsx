import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { meQuestion } from './account/session.ts'
import { queries } from './api.ts'
import { whenSignedOut } from './http.ts'
import './kit/base.css'
import { router, toSignIn } from './router.tsx'
import { watchForUpdates } from './updates.ts'
import { activeLanguage, loadWords } from './words.ts'

// Asked before the words arrive, so that both travel at the same time.
void queries.prefetchQuery(meQuestion)
whenSignedOut(() => void toSignIn())
document.documentElement.lang = activeLanguage()
await loadWords(['web'])

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
watchForUpdates()

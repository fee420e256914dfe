import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { keptAddress, keptFor, keptIn } from './src/web/offline.ts'

// What sign-in needs, and the parts of the kit that most screens in the shell need, come down in one piece each: on a
// phone's line the number of requests counts as much as the bytes. Everything else is split as its screens are.
const inStart = [
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack|@tabler\/icons-react\/dist\/esm\/[^/]+$)/,
  /\/icons\/Icon(AlertTriangle|CircleCheck|Eye|EyeOff|InfoCircle|Lock|Refresh|WifiOff|X)\.mjs$/,
  /vite\/preload-helper/,
  /src\/shared\//,
  // Not main.tsx: it waits for the words, and a piece that others import must not wait.
  /src\/web\/(?!main\.)[^/]+\.(ts|tsx)$/,
  /src\/web\/kit\/(base|tokens|button|control|empty\.module|fields|form|link|loading|problemView|toast)\./,
  /src\/web\/account\/(asking|languagePicker|plainFrame|session)\./,
  /src\/web\/shell\/brand\./,
]
const inShell = [
  /@tabler\/icons-react\/dist\/esm\/icons\//,
  /src\/web\/kit\/(badge|empty|itemList|layout|page|placeIcons|section|sheet|stat)\./,
  /src\/web\/kit\/(charts|descriptionList|gapBars|progress|targetBar)\./,
  /src\/web\/shell\/(navigation|notices|shell.module)\./,
  /src\/features\/(people|competency|professionalism)\/ui\/(asking|tones)\./,
]
const isIn = (tests: readonly RegExp[]) => (id: string) => tests.some((test) => test.test(id))

export default defineConfig({
  root: fileURLToPath(new URL('./src/web', import.meta.url)),
  cacheDir: fileURLToPath(new URL('./node_modules/.vite', import.meta.url)),
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 3000}` } },
  build: {
    outDir: fileURLToPath(new URL('./dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    reportCompressedSize: false,
    // Images stay files: the security policy is simpler and small pictures are cached once.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'start', test: isIn(inStart), priority: 2 },
            { name: 'frame', test: isIn(inShell), priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        name: 'Bina – Pembinaan ASN',
        short_name: 'Bina',
        description: 'Pembinaan ASN yang berkelanjutan',
        lang: 'id',
        id: '/',
        start_url: '/',
        display: 'standalone',
        background_color: '#f6f5f1',
        theme_color: '#063d38',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        // From the first visit on: without it the worker would only answer the next one.
        clientsClaim: true,
        runtimeCaching: [
          {
            urlPattern: keptAddress,
            handler: 'NetworkFirst',
            method: 'GET',
            options: {
              cacheName: keptIn,
              networkTimeoutSeconds: 6,
              cacheableResponse: { statuses: [200] },
              expiration: { ...keptFor, purgeOnQuotaError: true },
            },
          },
        ],
      },
    }),
  ],
})

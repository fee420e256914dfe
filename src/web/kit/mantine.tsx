import { type CSSVariablesResolver, MantineProvider, createTheme } from '@mantine/core'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Combobox.css'
import type { ReactNode } from 'react'

const theme = createTheme({
  colors: {
    laut: [
      '#e9f5f3',
      '#d0e8e4',
      '#a3d3cb',
      '#72bcb1',
      '#479f94',
      '#2a877c',
      '#136f66',
      '#0b5b54',
      '#084843',
      '#063d38',
    ],
  },
  primaryColor: 'laut',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  defaultRadius: '10px',
  fontFamily: 'inherit',
  respectReducedMotion: true,
})

// Mantine paints with our tokens, which tokens.css switches by scheme.
const variables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-text': 'var(--bina-ink)',
    '--mantine-color-body': 'var(--bina-surface)',
    '--mantine-color-dimmed': 'var(--bina-muted)',
    '--mantine-color-error': 'var(--bina-bad)',
    '--mantine-color-placeholder': 'var(--bina-muted)',
    '--mantine-color-default': 'var(--bina-surface)',
    '--mantine-color-default-border': 'var(--bina-edge)',
    '--mantine-color-default-hover': 'var(--bina-sunken)',
  },
  light: {},
  dark: {},
})

/**
 * The ground under Mantine's widgets. It comes with the screens that use one: on the way to sign-in its 30 kB would
 * pass the budget, and plain elements do there.
 */
export const Mantine = ({ children }: { children: ReactNode }) => (
  <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" withGlobalClasses={false}>
    {children}
  </MantineProvider>
)

/** An instant as ISO 8601 text in UTC; both engines are set to give this. */
export type Instant = string

/**
 * All tables. Each feature adds its own by augmenting this interface in its `tables.ts`
 * (`declare module '…/platform/db/tables.ts' { interface Tables { person: … } }`), so the floor never imports a feature.
 */
// oxlint-disable-next-line no-empty-interface
export interface Tables {}

import tables from '../../../../regions/indonesia/legal-status.json' with { type: 'json' }

const rows = tables.flatMap((table) => (table.table === 'kedudukanHukum' ? table.rows : []))

/**
 * Legal statuses of which the nation says that the person is not at work (BKN reference table `kedudukanHukum`). The
 * table is known in part, so a code that is not in it counts as at work: nobody disappears from the register because
 * of a code that is new to Bina.
 */
export const inactiveStatusCodes: readonly string[] = rows.filter((row) => !row.active).map((row) => row.code)

export const isActive = (statusCode: string): boolean => !inactiveStatusCodes.includes(statusCode)

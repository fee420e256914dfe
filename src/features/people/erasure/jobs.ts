import type { JobDefinition } from '../../../platform/jobs/jobs.ts'

/** Removes the uploads an erased person came in; a file that is gone already is fine. */
export const removeFiles: JobDefinition<{ fileKeys: string[] }> = {
  name: 'people.remove-files',
  async run({ services }, { fileKeys }) {
    for (const key of fileKeys) await services.files.remove(key)
  },
}

import type { ApiDescription } from './openapi.ts'

/** The API description as one plain page that needs no script: operations by feature, who may call them, what they take and give. */
export function readableApi(description: ApiDescription): string {
  const byFeature = Map.groupBy(Object.entries(description.paths), ([path]) => path.split('/')[2] ?? '')
  const sections = [...byFeature].map(
    ([feature, paths]) =>
      `<h2>${escape(feature)}</h2>${paths.map(([path, methods]) => operation(path, methods)).join('')}`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Bina API</title><style>${style}</style><main><h1>Bina API</h1><p>${escape(description.info.description)} <a href="/api/openapi.json">OpenAPI 3.1</a></p>${sections.join('')}</main></html>`
}

function operation(path: string, methods: Record<string, unknown>): string {
  const [[method, spec] = ['', {}]] = Object.entries(methods) as [string, Record<string, unknown>][]
  const { summary, parameters, requestBody, responses } = spec
  return `<details><summary><code>${method.toUpperCase()} ${escape(path)}</code> ${escape(String(summary))} <small>${escape(String(spec['x-permission']))}</small></summary><h3>Takes</h3><pre>${pretty(parameters ?? requestBody)}</pre><h3>Gives</h3><pre>${pretty(responses)}</pre></details>`
}

const pretty = (value: unknown): string => escape(JSON.stringify(value, null, 2) ?? '')
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#16302e;background:#fbfaf7}main{max-width:60rem;margin:auto;padding:1.5rem}
summary{padding:.5rem 0;cursor:pointer;border-bottom:1px solid #d9d4c7}pre{overflow:auto;background:#f1eee6;padding:1rem}small{color:#5a6b69}h2{margin-top:2rem;text-transform:capitalize}`

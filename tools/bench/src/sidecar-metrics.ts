import type { SidecarProcess } from '@reaper-sidecar/sidecar-rig';

export interface StatementCount {
  readonly statements: number;
  readonly conditional: number;
}

/** Sum of all samples of a counter in Prometheus text, over the given sidecars. */
async function total(sidecars: readonly SidecarProcess[], name: string, labels: string): Promise<number> {
  const texts = await Promise.all(
    sidecars.map(({ url }) => fetch(`${url}/metrics`).then((response) => response.text())),
  );
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith(name) && line.includes(labels))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

/** What the drivers of the sidecars have sent so far. */
export async function countStatements(sidecars: readonly SidecarProcess[]): Promise<StatementCount> {
  const [statements, conditional] = await Promise.all([
    total(sidecars, 'reaper_cql_statements_total', ''),
    total(sidecars, 'reaper_cql_conditional_writes_total', ''),
  ]);
  return { statements, conditional };
}

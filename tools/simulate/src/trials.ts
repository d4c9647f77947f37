import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CrewMember, inParallel } from './crew.js';
import { describePlan, drawPlan, type TrialPlan } from './plan.js';
import { print } from './print.js';
import { kindOf, shrink } from './shrink.js';
import { type TrialResult } from './trial.js';

export interface TrialsOptions {
  readonly threads: number;
  readonly bug?: string | undefined;
  readonly tell?: boolean;
  /** A line for each trial. @default only for failed ones */
  readonly everyLine?: boolean;
}

export interface TrialsSummary {
  readonly count: number;
  readonly failed: readonly TrialResult[];
  readonly seconds: number;
}

/** Runs the trials of these plans; tells of violations, how to replay them, and what they shrink to. */
export async function runTrials(plans: Iterable<TrialPlan>, options: TrialsOptions): Promise<TrialsSummary> {
  const began = performance.now();
  const { threads, bug, tell = false, everyLine = false } = options;
  const members = Array.from({ length: threads }, () => new CrewMember(bug));
  const idle = [...members];
  const failed: TrialResult[] = [];
  let count = 0;
  await inParallel(threads, plans, async (plan) => {
    const member = idle.pop() as CrewMember;
    const result = await member.run({ plan, tell }, print);
    count += 1;
    if (everyLine || result.violations.length > 0) print(describe(result));
    if (result.violations.length > 0) {
      failed.push(result);
      if (failed.length === 1) await explain(member, plan, result, bug);
    }
    idle.push(member);
  });
  await Promise.all(members.map((member) => member.dismiss()));
  return { count, failed, seconds: (performance.now() - began) / 1_000 };
}

/** Plans of these seeds. */
export function* plansOf({ from, to }: { readonly from: number; readonly to: number }, nodes?: number) {
  for (let seed = from; seed <= to; seed++) yield drawPlan(seed, { nodes });
}

/** The first violation is shrunk; the others tell how to replay them. */
async function explain(member: CrewMember, plan: TrialPlan, result: TrialResult, bug: string | undefined) {
  const run = (smaller: TrialPlan) => member.run({ plan: smaller });
  const smallest = await shrink(plan, kindOf(result) ?? '', run);
  const file = join(tmpdir(), `simulate-seed-${plan.seed}.json`);
  writeFileSync(file, JSON.stringify(smallest, undefined, 1));
  print(`  shrunk from ${plan.events.length} blows to ${smallest.events.length}:`);
  for (const line of describePlan(smallest)) print(`    ${line}`);
  print(`  replay what is left: npm run simulate -- --plan ${file}${bug ? ` --bug ${bug}` : ''} --tell`);
}

function describe(result: TrialResult): string {
  const { seed, nodes, violations, virtualMs, runs, commands, blows, edits, reigns } = result;
  const states = Object.entries(runs).map(([state, count]) => `${count} ${state}`);
  const facts = [
    `seed ${seed}: ${violations.length === 0 ? 'ok' : 'FAILED'}`,
    `${nodes} nodes, ${Math.round(virtualMs / 1_000)} s`,
    `runs ${states.join(' ') || 'none over'}`,
    `${commands} commands, ${blows} blows, ${edits} edits, ${reigns} reigns`,
    `longest stall ${result.longestStallMs / 1_000} s, unexplained ${result.longestUnexplainedMs / 1_000} s`,
    `${result.statements} statements, ${result.conditionalWrites} conditional`,
  ].join(' | ');
  const replay = `  replay: npm run simulate -- --seeds ${seed} --nodes ${nodes} --tell`;
  return [facts, ...violations.map((one) => `  ${one}`), ...(violations.length > 0 ? [replay] : [])].join('\n');
}

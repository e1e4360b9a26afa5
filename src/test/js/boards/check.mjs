// Holds dashboards to Grafana's own types and units:
//   node check.mjs FILE.json …
// Each file is compiled as a value of the types in @grafana/schema, so that a key that is none, a wrong word or a wrong kind of
// value is an error with its place; each unit must be one that @grafana/data knows. Ends with 1 where there is a fault.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import './page.mjs';
import ts from 'typescript';

const { getValueFormats } = createRequire(import.meta.url)('@grafana/data');

const CFG = '@grafana/schema/dist/esm/raw/composable';
const kinds = {
  'timeseries': { types: `${CFG}/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen`, custom: true },
  'state-timeline': { types: `${CFG}/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen`, custom: true },
  'stat': { types: `${CFG}/stat/panelcfg/x/StatPanelCfg_types.gen`, custom: false },
  'text': { types: `${CFG}/text/panelcfg/x/TextPanelCfg_types.gen`, custom: false },
};
const faults = [];

// what Prometheus' data source adds to Grafana's own types, which know no data source
const HEAD = `// enums as the words that a file has
type Words<T> = T extends string ? \`\${T}\` : T extends (infer Each)[] ? Words<Each>[]
  : T extends object ? { [K in keyof T]: Words<T[K]> } : T;
import type { AnnotationQuery, Dashboard, DashboardLink, FieldConfig, Panel, VariableModel } from '@grafana/schema';
type Query = { datasource: { type: string; uid: string }; editorMode: 'code' | 'builder'; expr: string; instant: boolean;
  legendFormat: string; range: boolean; refId: string };
type Marks = AnnotationQuery & { expr: string; step: string; tagKeys: string; textFormat: string; titleFormat: string };
type Choice = VariableModel & { definition?: string };
`;

function source(board) {
  const lines = [HEAD];
  const typed = (type, value) => lines.push(`export const v${lines.length}: Words<${type}> = ${JSON.stringify(value)};`);
  const { annotations, panels, templating, ...rest } = board;
  // parts that have types of their own beside the whole
  typed('Dashboard', { ...rest, panels: panels.map(({ targets, options, fieldConfig, ...panel }) => panel) });
  annotations.list.forEach((each) => typed('Marks', each));
  templating.list.forEach((each) => typed('Choice', each));
  board.links.forEach((each) => typed('DashboardLink', each));
  for (const panel of panels.filter((each) => each.type !== 'row')) {
    const kind = kinds[panel.type];
    if (!kind) {
      faults.push(`${board.uid}, ${panel.title}: no types for ${panel.type}`);
      continue;
    }
    typed(`import('${kind.types}').Options`, panel.options);
    if (panel.fieldConfig) {
      const { custom, ...defaults } = panel.fieldConfig.defaults;
      typed('FieldConfig', defaults);
      if (kind.custom) typed(`import('${kind.types}').FieldConfig`, custom);
      known(board, panel, defaults.unit);
    }
    (panel.targets ?? []).forEach((each) => typed('Query', each));
  }
  return lines.join('\n');
}

const units = new Set(getValueFormats().flatMap((category) => category.submenu.map((format) => format.value)));

function known(board, panel, unit) {
  if (!units.has(unit) && !/^(suffix|prefix): ?\S/.test(unit)) faults.push(`${board.uid}, ${panel.title}: no unit ${unit}`);
}

const files = process.argv.slice(2).map((file) => {
  const name = `${basename(file, '.json')}.check.ts`;
  writeFileSync(name, source(JSON.parse(readFileSync(file, 'utf8'))));
  return name;
});
const program = ts.createProgram(files, {
  strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [],
});
for (const found of ts.getPreEmitDiagnostics(program)) {
  const at = found.file?.getLineAndCharacterOfPosition(found.start);
  const line = at && found.file.text.split('\n')[at.line];
  faults.push(`${found.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(found.messageText, '\n  ')}\n    in ${line?.slice(0, 300)}`);
}
console.log(faults.join('\n'));
console.log(`${files.length} dashboards, ${units.size} units, ${faults.length} faults`);
process.exit(faults.length === 0 && files.length > 0 ? 0 : 1);

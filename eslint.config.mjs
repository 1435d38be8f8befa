// Type-aware linting, and the rules of the house that a machine can hold.
import tseslint from "typescript-eslint";

const CLOCK_AND_CHANCE = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The clock comes with the request: take an instant as a parameter.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "The clock comes with the request: take an instant as a parameter.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Randomness comes with the request: take it as a parameter.",
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "Only src/config.ts reads the environment.",
  },
];

const EVERY_TEST_RUNS = [
  {
    selector:
      "MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]",
    message: "Every test runs, on every machine.",
  },
  {
    selector: "CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]",
    message: "Every test runs, on every machine.",
  },
  {
    selector: "CallExpression[callee.property.name=/^toMatch(Inline)?Snapshot$/]",
    message: "No snapshots: say what is expected.",
  },
];

export default tseslint.config(
  {
    ignores: ["dist/", ".hub/", ".test/", "coverage/", "schema/", "node_modules/"],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 70 }],
      complexity: ["error", 15],
      "max-depth": ["error", 4],
      "max-params": ["error", 5],
      // Recurses without end on GraphQL's input types, which refer to themselves (8.73.0).
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // `!= null` asks for both kinds of nothing at once, which is what is meant.
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      // The one-class-per-thing of type-graphql and TypeORM: decorators are its content.
      "@typescript-eslint/no-extraneous-class": ["error", { allowWithDecorator: true }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      // `public` everywhere says nothing; an interface or a type alias is the author's choice.
      "@typescript-eslint/consistent-type-definitions": "off",
      // An empty string and 0 are often "not given" at the edges of the program.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: true }],
      // Code points are what our identifiers and names are counted in.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "@typescript-eslint/no-non-null-assertion": "error",
      // Contradicts the rule above.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/consistent-indexed-object-style": "off",
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      // The kinds of graphql-js are an enum there and plain strings in every document.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/main.ts", "src/config.ts", "src/cli/**", "src/database/private-mariadb*"],
    rules: { "no-restricted-syntax": ["error", ...CLOCK_AND_CHANCE] },
  },
  {
    // These talk to a person at a terminal.
    files: ["src/cli/**/*.ts", "src/main.ts", "bench/**/*.ts", "seeds/**/*.ts", "test/setup/**"],
    rules: { "no-console": "off" },
  },
  {
    // Commands are loaded when called; `import()` is for ECMAScript modules, which we are not.
    files: ["src/cli/commands.ts"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...EVERY_TEST_RUNS],
      // A `describe` holds the tests of its aspect; the length of the file is bounded already.
      "max-lines-per-function": "off",
      // `expect(object.method)` only looks at the method.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["migrations/**/*.ts"],
    // A migration is one list of statements, and is never read as a program.
    rules: { "max-lines-per-function": "off", "max-lines": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.cjs", "bin/**/*.js"],
    extends: [tseslint.configs.base],
    rules: {
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 70 }],
      complexity: ["error", 15],
      eqeqeq: "error",
      "no-undef": "off",
      "no-unused-vars": "error",
      "prefer-const": "error",
      "no-var": "error",
    },
  },
);

import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The walls between the rooms: what each may import. A room that isn't listed for another is out of its reach.
 * `packages` are the frameworks a room may use; every other listed framework is barred there.
 */
const rooms = {
  'src/policy': { rooms: [], packages: [] },
  'src/language': { rooms: [], packages: [] },
  'src/faq': { rooms: ['policy', 'language'], packages: ['minisearch', 'liquidjs'] },
  'src/i18n': { rooms: [], packages: ['i18next'] },
  'src/estimates': { rooms: ['policy', 'i18n'], packages: [] },
  'src/privacy': { rooms: ['records'], packages: [] },
  'src/records': { rooms: [], packages: ['kysely', 'pg'] },
  'src/leads': { rooms: ['records', 'privacy', 'language'], packages: ['kysely'] },
  'src/unanswered': { rooms: ['records', 'privacy', 'language'], packages: ['kysely'] },
  'src/accounts': { rooms: ['records'], packages: ['kysely'] },
  'src/content': { rooms: ['faq', 'policy', 'language', 'records', 'i18n'], packages: ['lowdb'] },
  'src/localities': { rooms: ['language', 'records', 'content'], packages: ['kysely', 'lowdb'] },
  dialogs: {
    rooms: ['leads', 'localities', 'unanswered', 'content', 'policy', 'language', 'estimates', 'i18n'],
    packages: ['botbuilder', 'botbuilder-dialogs'],
  },
  'src/turn': {
    rooms: ['dialogs', 'leads', 'unanswered', 'records', 'privacy', 'i18n', 'language', 'logging'],
    packages: ['botbuilder', 'kysely'],
  },
  'src/channels': { rooms: ['turn', 'records', 'privacy', 'i18n'], packages: ['ws', 'jose'] },
  'src/channels/botframework': { rooms: ['turn', 'records', 'privacy', 'i18n'], packages: ['botbuilder'] },
  'src/logging': { rooms: [], packages: ['pino'] },
  'src/metrics': { rooms: ['records'], packages: ['kysely', 'prom-client'] },
  'src/cli': {
    rooms: [
      'channels',
      'leads',
      'localities',
      'estimates',
      'policy',
      'records',
      'privacy',
      'i18n',
      'content',
      'faq',
      'language',
    ],
    packages: [],
  },
  'src/http': {
    rooms: [
      'channels',
      'turn',
      'dialogs',
      'leads',
      'unanswered',
      'localities',
      'accounts',
      'content',
      'estimates',
      'faq',
      'policy',
      'language',
      'records',
      'privacy',
      'i18n',
      'metrics',
      'logging',
    ],
    packages: ['restify', 'ws', 'rate-limiter-flexible', 'qrcode', 'pino'],
  },
};
const allRooms = [
  'policy',
  'language',
  'faq',
  'i18n',
  'estimates',
  'privacy',
  'records',
  'leads',
  'unanswered',
  'localities',
  'accounts',
  'content',
  'dialogs',
  'turn',
  'channels',
  'http',
  'cli',
  'metrics',
  'logging',
];
const frameworks = [
  'botbuilder',
  'botbuilder-dialogs',
  'i18next',
  'jose',
  'kysely',
  'liquidjs',
  'lowdb',
  'minisearch',
  'pg',
  'pino',
  'prom-client',
  'qrcode',
  'rate-limiter-flexible',
  'restify',
  'ws',
];

function wall([folder, { rooms: open, packages }]) {
  const own = folder.split('/')[1] ?? folder;
  const closed = allRooms.filter((room) => room !== own && !open.includes(room));
  return {
    files: [`${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: frameworks
            .filter((name) => !packages.includes(name))
            .map((name) => ({ name, message: `${folder} does not import ${name}.` })),
          patterns: [
            ...(closed.length === 0
              ? []
              : [
                  {
                    regex: `^(\\.\\./)+(src/)?(${closed.join('|')})/`,
                    message: `${folder} does not reach into this room.`,
                  },
                ]),
            { regex: '^(\\.\\./)+(src/)?main\\.js$', message: 'Nothing imports main but what starts it.' },
          ],
        },
      ],
    },
  };
}

const pure = {
  files: ['src/policy/**/*.ts', 'src/language/**/*.ts', 'src/faq/**/*.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Date and time come in as arguments.' },
      { object: 'Math', property: 'random', message: 'No random source in a pure room.' },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: 'Date and time come in as arguments.',
      },
    ],
  },
};

export default defineConfig(
  globalIgnores(['dist/**', 'coverage/**', 'data/**']),
  js.configs.recommended,
  {
    files: ['**/*.mjs', '*.config.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        WebSocket: 'readonly',
        crypto: 'readonly',
      },
    },
  },
  {
    files: ['src/**/*.ts', 'dialogs/**/*.ts', 'test/**/*.ts'],
    ignores: ['test/console/**'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['web/**/*.ts', 'web/**/*.tsx', 'test/console/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './web/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/require-await': 'off',
    },
  },
  pure,
  ...Object.entries(rooms).map(wall),
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
);

import { expect, test } from '@jest/globals';
import { catalogueFor } from '../../../src/core/locales/catalogue';
import { pageCatalogueFor } from '../../../src/core/locales/page-catalogue';

test.each([
  ['en', 'List members'],
  ['ja', 'メンバー一覧'],
  ['ja-JP', 'メンバー一覧'],
  ['fr', 'List members'],
])('the page speaks %s with the words of the other texts', (locale, submit) => {
  const page = pageCatalogueFor(locale);
  expect(page.sidebar.home.submit.members).toBe(submit);
  expect(page.verdicts).toEqual(catalogueFor(locale).verdicts);
});

test.each(['en', 'ja'])('an add-on has words of its own on the page: %s', (locale) => {
  const { settings } = pageCatalogueFor(locale, 'add-on').sidebar;
  expect(settings.warning).not.toBe(pageCatalogueFor(locale).sidebar.settings.warning);
});

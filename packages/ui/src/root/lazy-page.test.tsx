// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it } from 'vitest';
import { LazyPage, type PageCode, pageCode } from './lazy-page.js';

afterEach(cleanup);

const Vacancies = () => <h1>Vacancies</h1>;
const Articles = () => <h1>Articles</h1>;
const vacancies = () => pageCode(async () => ({ Vacancies }), 'Vacancies');

const show = (code: PageCode) =>
  render(
    <Suspense fallback="loading">
      <LazyPage code={code} />
    </Suspense>,
  );

it('shows what stands in for it until its code is there', async () => {
  show(vacancies());
  expect(screen.getByText('loading')).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'Vacancies' })).toBeTruthy();
});

it('stands at once when its code was fetched ahead', async () => {
  const code = vacancies();
  await code.fetch();
  show(code);
  expect(screen.getByRole('heading', { name: 'Vacancies' })).toBeTruthy();
});

it('becomes another page in the same place', async () => {
  const [code, other] = [vacancies(), pageCode(async () => ({ Articles }), 'Articles')];
  await Promise.all([code.fetch(), other.fetch()]);
  const { rerender } = show(code);
  rerender(
    <Suspense fallback="loading">
      <LazyPage code={other} />
    </Suspense>,
  );
  expect(screen.getByRole('heading', { name: 'Articles' })).toBeTruthy();
});

// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Call, Choice } from '../model';
import { Disposal, hasKinds, offered } from './Disposal';

const choice = (code: string, below = ''): Choice => ({ code, label: code.toLowerCase(), isFinal: true, below });
const CHOICES = [choice('SALE'), choice('SALE_YEAR', 'SALE'), choice('SALE_MONTH', 'SALE'), choice('OTHER'), choice('ORPHAN', 'GONE')];

afterEach(cleanup);

test('first what is no kind of another, then the kinds of what was chosen', () => {
  expect(offered(CHOICES, '').map(({ code }) => code)).toEqual(['SALE', 'OTHER', 'ORPHAN']);
  expect(offered(CHOICES, 'SALE').map(({ code }) => code)).toEqual(['SALE_YEAR', 'SALE_MONTH']);
  expect(hasKinds(CHOICES, 'SALE')).toBe(true);
  expect(hasKinds(CHOICES, 'OTHER')).toBe(false);
});

test('among kinds there is a way back', () => {
  const onBack = vi.fn();
  const onDispose = vi.fn();
  render(<Disposal call={{ disposed: false } as Call} choices={offered(CHOICES, 'SALE')} above={choice('SALE')} onBack={onBack} onDispose={onDispose} />);
  expect(screen.getByRole('heading').textContent).toBe('sale: of which kind?');
  fireEvent.click(screen.getByText('sale_month'));
  expect(onDispose).toHaveBeenCalledWith('SALE_MONTH');
  fireEvent.click(screen.getByText('Back'));
  expect(onBack).toHaveBeenCalledOnce();
});

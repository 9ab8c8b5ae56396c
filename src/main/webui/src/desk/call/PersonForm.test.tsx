// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RequestFailed } from '../../http';
import type { Customer } from '../model';
import { PersonForm } from './PersonForm';

const ADA: Customer = {
  callId: 7,
  leadId: 3,
  campaignId: 1,
  number: '+12025550100',
  zones: ['America/New_York'],
  firstName: 'Ada',
  lastName: 'Lovelase',
  externalId: '',
  notes: '',
  custom: { Area: 12.5, Roof: 'slate' },
  fields: [
    { name: 'Area', type: 'number' },
    { name: 'Roof', type: 'text' },
    { name: 'Owner', type: 'boolean' },
  ],
  inbound: false,
  attempts: [],
};

afterEach(cleanup);

test('what was changed is sent, and what was emptied is taken away', async () => {
  const save = vi.fn().mockResolvedValue(undefined);
  const close = vi.fn();
  render(<PersonForm customer={ADA} onSave={save} onClose={close} />);
  fireEvent.change(screen.getByLabelText('Last name'), { target: { value: 'Lovelace' } });
  fireEvent.change(screen.getByLabelText('Roof'), { target: { value: '' } });
  fireEvent.change(screen.getByLabelText('Owner'), { target: { value: 'true' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  expect(save).toHaveBeenCalledWith({ firstName: 'Ada', lastName: 'Lovelace', custom: { Roof: null, Owner: 'true' } });
});

test('a field that is refused says so, and the form stays', async () => {
  const refused = new RequestFailed(400, 'Bad Request', { 'custom.Area': 'must be a number' });
  const close = vi.fn();
  render(<PersonForm customer={ADA} onSave={() => Promise.reject(refused)} onClose={close} />);
  fireEvent.change(screen.getByLabelText('Area'), { target: { value: 'much' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('must be a number');
  expect(close).not.toHaveBeenCalled();
});

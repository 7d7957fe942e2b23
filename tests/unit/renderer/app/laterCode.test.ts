import { expect, it, vi } from 'vitest';
import { laterCode } from '../../../../renderer/app/laterCode.ts';

it('is handed out when it is here, and from then on at once', async () => {
  const code = laterCode(() => Promise.resolve('code'));
  const ran: string[] = [];
  code.use((what) => ran.push(what));
  expect(ran).toEqual([]);
  await code.load();
  expect(ran).toEqual(['code']);
  code.use((what) => ran.push(what));
  expect(ran).toEqual(['code', 'code']);
});

it('is read again where it could not be read', async () => {
  let isThere = false;
  const code = laterCode(() => (isThere ? Promise.resolve('code') : Promise.reject(new Error('Not there'))));
  await expect(code.load()).rejects.toThrow('Not there');
  isThere = true;
  await code.load();
  const run = vi.fn<(what: string) => void>();
  code.use(run);
  expect(run).toHaveBeenCalledWith('code');
});

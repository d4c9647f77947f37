import { missingPermission } from './missing-permission.js';

describe('missingPermission', () => {
  it.each([
    ['CREATE', '<all keyspaces>', 'ALL KEYSPACES'],
    ['CREATE', '<keyspace reaper_sidecar>', 'KEYSPACE reaper_sidecar'],
    ['CREATE', '<all tables in reaper_sidecar>', 'KEYSPACE reaper_sidecar'],
    ['MODIFY', '<table reaper_sidecar.assignment>', 'TABLE reaper_sidecar.assignment'],
    ['SELECT', '<table system_distributed.repair_history>', 'TABLE system_distributed.repair_history'],
  ])('names %s on %s', (permission, where, resource) => {
    const found = missingPermission(`User reaper has no ${permission} permission on ${where} or any of its parents`);
    expect(found).toMatchObject({ role: 'reaper', permission, resource });
    expect(found?.remedy).toContain(`GRANT ${permission} ON ${resource} TO reaper`);
  });

  it('offers to create the keyspace by hand where the right would be too great', () => {
    const found = missingPermission('User reaper has no CREATE permission on <all keyspaces> or any of its parents');
    expect(found?.remedy).toContain('create the keyspace yourself');
  });

  it('knows nothing of other messages', () => {
    expect(missingPermission('You have not logged in')).toBeUndefined();
  });
});

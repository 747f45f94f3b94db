import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check, parse } from './check.mjs';

const overlays = fileURLToPath(new URL('../overlays', import.meta.url));
const kubectl = spawnSync('kubectl', ['version', '--client']);
const skip = kubectl.error ? 'kubectl is missing' : false;

const render = (name) => {
  const done = spawnSync('kubectl', ['kustomize', `${overlays}/${name}`], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return parse(done.stdout);
};
const only = (objects, kind, apiVersion) => {
  const found = objects.filter((o) => o.kind === kind && (!apiVersion || o.apiVersion === apiVersion));
  assert.equal(found.length, 1, `${found.length} × ${kind}`);
  return found[0];
};
const knative = (objects) => only(objects, 'Service', 'serving.knative.dev/v1');
const pods = (objects) =>
  objects.filter((o) => ['Service', 'Deployment', 'Job'].includes(o.kind) && o.spec.template).map((o) => o.spec.template.spec);
const settings = (objects) => only(objects, 'ConfigMap').data;

for (const name of ['local', 'prod', 'plain']) {
  test(`${name}: every object is valid, without an unknown field`, { skip }, () => {
    for (const object of render(name))
      assert.deepEqual(check(object), [], `${object.kind} ${object.metadata.name}`);
  });

  test(`${name}: every ConfigMap that is named exists, under its hashed name`, { skip }, () => {
    const objects = render(name);
    const map = only(objects, 'ConfigMap').metadata.name;
    assert.match(map, /^podium-[a-z0-9]{10}$/);
    for (const pod of pods(objects))
      assert.deepEqual(pod.containers[0].envFrom, [{ configMapRef: { name: map } }]);
  });

  test(`${name}: the migration is a Job of this version's own, and nothing else migrates`, { skip }, () => {
    const objects = render(name);
    const job = only(objects, 'Job');
    const container = job.spec.template.spec.containers[0];
    assert.equal(job.metadata.name, `podium-migrate.${container.image.split(':')[1]}`);
    const set = Object.fromEntries(container.env.map((e) => [e.name, e.value]));
    assert.equal(set.QUARKUS_INIT_AND_EXIT, 'true');
    assert.equal(set.QUARKUS_FLYWAY_MIGRATE_AT_START, 'true');
    assert.equal(settings(objects).PODIUM_DATABASE_MIGRATE, 'false');
  });

  test(`${name}: no demo data, no root, no token of the cluster`, { skip }, () => {
    const objects = render(name);
    assert.doesNotMatch(JSON.stringify(objects), /PODIUM_DEMO|podium\.demo/i);
    for (const pod of pods(objects)) {
      assert.equal(pod.automountServiceAccountToken, false);
      const container = pod.containers[0].securityContext;
      assert.ok(container.runAsNonRoot ?? pod.securityContext?.runAsNonRoot);
      assert.equal(container.readOnlyRootFilesystem, true);
      assert.equal(container.allowPrivilegeEscalation, false);
    }
  });
}

for (const name of ['local', 'prod'])
  test(`${name}: Knative cuts no socket before the server says goodbye, and scales by sockets`, { skip }, () => {
    const { spec, metadata } = knative(render(name)).spec.template;
    assert.equal(spec.timeoutSeconds, 600);
    assert.equal(spec.responseStartTimeoutSeconds, 0);
    assert.equal(spec.idleTimeoutSeconds, 0);
    assert.equal(spec.containerConcurrency, 0);
    assert.equal(spec.containers[0].ports[0].name, 'http1');
    const scaling = (key) => metadata.annotations[`autoscaling.knative.dev/${key}`];
    assert.equal(scaling('metric'), 'concurrency');
    assert.equal(scaling('target-burst-capacity'), '0');
    assert.equal(scaling('scale-down-delay'), '15m');
    assert.equal(scaling('min-scale'), name === 'local' ? '0' : '1');
  });

test('as many proxies are believed as write down what they see, and the beginning of a header is never', { skip }, () => {
  const set = (name) => settings(render(name));
  assert.equal(set('prod').PODIUM_TRUSTED_PROXIES, '2');
  assert.equal(set('plain').PODIUM_TRUSTED_PROXIES, '1');
  assert.equal(set('local').PODIUM_TRUSTED_PROXIES, undefined);
  for (const name of ['local', 'prod', 'plain'])
    assert.equal(set(name).QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING, undefined);
});

test('every overlay knows its public address: another one is refused', { skip }, () => {
  for (const name of ['local', 'prod', 'plain']) assert.match(settings(render(name)).PODIUM_PUBLIC_URL, /^https?:/);
});

test('prod: a commit waits for a second server', { skip }, () => {
  const { spec } = only(render('prod'), 'Cluster');
  assert.equal(spec.instances, 3);
  assert.deepEqual(spec.postgresql.synchronous, { method: 'any', number: 1, dataDurability: 'required' });
  assert.equal(spec.postgresql.parameters.synchronous_commit, 'on');
});

test('prod: the public address is the mapped domain', { skip }, () => {
  const objects = render('prod');
  assert.equal(settings(objects).PODIUM_PUBLIC_URL, `https://${only(objects, 'DomainMapping').metadata.name}`);
});

test('plain: needs no Knative, and its policies select its own pods', { skip }, () => {
  const objects = render('plain');
  assert.doesNotMatch(JSON.stringify(objects), /knative/);
  const { labels } = only(objects, 'Deployment').spec.template.metadata;
  const selects = (selector) => Object.entries(selector).every(([key, value]) => labels[key] === value);
  assert.ok(selects(only(objects, 'PodDisruptionBudget').spec.selector.matchLabels));
  assert.ok(selects(only(objects, 'Service').spec.selector));
  assert.ok(objects.some((o) => o.kind === 'NetworkPolicy' && selects(o.spec.podSelector.matchLabels)));
});

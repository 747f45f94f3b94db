import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, parse } from './check.mjs';

const service = (change = (text) => text) =>
  parse(
    change(`
apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: podium
spec:
  template:
    spec:
      timeoutSeconds: 600
      containers:
        - image: podium
          ports:
            - name: http1
              containerPort: 8080
`),
  )[0];

test('a good Service passes', () => assert.deepEqual(check(service()), []));

for (const [name, from, to] of [
  ['an unknown field', 'timeoutSeconds', 'timeoutSecond'],
  ['a timeout above what the cluster allows', '600', '601'],
  ['a port that is not named http1', 'http1', 'http'],
  ['scaling annotations on the Service itself', 'name: podium\n', 'name: podium\n  annotations: {autoscaling.knative.dev/min-scale: "1"}\n'],
])
  test(`${name} is found`, () => assert.notDeepEqual(check(service((text) => text.replace(from, to))), []));

test('an object without a schema is found', () =>
  assert.deepEqual(check({ apiVersion: 'v1', kind: 'Surprise' }), ['there is no schema for v1/Surprise']));

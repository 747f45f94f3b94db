#!/usr/bin/env node
// Validates rendered manifests against the schemas beside this file, strictly: an unknown field is an error. Knative
// Services also have to pass the rules of Knative's admission webhook, which its schema does not state.
//   kubectl kustomize k8s/overlays/prod | node k8s/check/check.mjs -      (or file names)
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parseAllDocuments } from 'yaml';

const load = (name) => JSON.parse(readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8'));
const schemaOf = load('index.json');
const ajv = new Ajv.default({ allErrors: true, strict: false, allowUnionTypes: true, inlineRefs: false });
addFormats.default(ajv);
for (const format of ['int32', 'int64', 'float', 'double', 'byte']) if (!ajv.formats[format]) ajv.addFormat(format, true);

const compiled = new Map();
const validator = (name) => {
  if (!compiled.has(name)) compiled.set(name, ajv.compile(load(name)));
  return compiled.get(name);
};

const errorsOf = (schema, object) => {
  const validate = validator(schema);
  return validate(object)
    ? []
    : validate.errors.map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
};

/** The objects of a YAML text. */
export const parse = (text) =>
  parseAllDocuments(text)
    .map((document) => document.toJS())
    .filter(Boolean);

/** What is wrong with one object; empty when nothing is. */
export function check(object) {
  const type = `${object.apiVersion}/${object.kind}`;
  if (!schemaOf[type]) return [`there is no schema for ${type}`];
  const schemas = [schemaOf[type], ...(type === 'serving.knative.dev/v1/Service' ? ['knative-webhook-rules.json'] : [])];
  return schemas.flatMap((schema) => errorsOf(schema, object));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const objects = process.argv.slice(2).flatMap((file) => parse(readFileSync(file === '-' ? 0 : file, 'utf8')));
  let bad = 0;
  for (const object of objects) {
    const errors = check(object);
    if (errors.length) bad++;
    console.log(`${errors.length ? 'BAD' : 'ok '} ${object.apiVersion}/${object.kind} ${object.metadata?.name}`);
    for (const error of errors) console.log(`      ${error}`);
  }
  console.log(`${objects.length} documents, ${bad} bad`);
  process.exit(bad || !objects.length ? 1 : 0);
}

package dev.podium.manifests;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An overlay as Kustomize renders it, as far as ours ask for, without its program: {@code Overlay.render("prod")}. What it does
 * not know it refuses. The names of ConfigMaps stay without their hash. {@link ManifestsTest} compares it with the real one
 * where that is installed.
 */
final class Overlay {
    static final Path FOLDER = Path.of("k8s");
    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "resources",
            "components",
            "configMapGenerator",
            "configurations",
            "namespace",
            "labels",
            "patches",
            "images",
            "transformers");

    private final List<ObjectNode> objects = new ArrayList<>();

    private Overlay() {}

    /** @param components of {@code k8s/components}, which an overlay may list */
    static List<ObjectNode> render(String overlay, String... components) {
        var rendered = new Overlay();
        var listed =
                Stream.of(components).map(FOLDER.resolve("components")::resolve).toList();
        rendered.add(FOLDER.resolve("overlays").resolve(overlay), listed);
        return rendered.objects;
    }

    private void add(Path folder, List<Path> more) {
        var kustomization = Yaml.documents(folder.resolve("kustomization.yaml")).getFirst();
        kustomization.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) throw new IllegalArgumentException(folder + " has " + field);
        });
        for (var resource : kustomization.path("resources")) {
            var path = folder.resolve(resource.asText()).normalize();
            if (Files.isDirectory(path)) {
                var under = new Overlay();
                under.add(path, List.of());
                objects.addAll(under.objects);
            } else {
                objects.addAll(Yaml.documents(path));
            }
        }
        kustomization.path("configMapGenerator").forEach(this::settings);
        for (var component : kustomization.path("components"))
            add(folder.resolve(component.asText()).normalize(), List.of());
        for (var component : more) add(component, List.of());
        kustomization.path("patches").forEach(this::patch);
        if (kustomization.has("namespace")) space(kustomization.get("namespace").asText());
        kustomization.path("labels").forEach(this::label);
        kustomization.path("images").forEach(this::image);
        for (var transformer : kustomization.path("transformers")) {
            var path = folder.resolve(transformer.asText()).normalize();
            for (var file : Yaml.documents(path.resolve("kustomization.yaml"))
                    .getFirst()
                    .get("resources"))
                for (var document : Yaml.documents(path.resolve(file.asText())))
                    document.get("replacements").forEach(this::replace);
        }
    }

    private void settings(JsonNode generator) {
        var name = generator.get("name").asText();
        if (!generator.path("behavior").asText().equals("merge")) {
            var map = Yaml.documents("{apiVersion: v1, kind: ConfigMap, data: {}}")
                    .getFirst();
            map.putObject("metadata").put("name", name);
            objects.add(map);
        }
        var data = (ObjectNode) the("ConfigMap", name).get("data");
        for (var literal : generator.get("literals")) {
            var parts = literal.asText().split("=", 2);
            data.put(parts[0], parts[1]);
        }
    }

    private void patch(JsonNode patch) {
        var what = Yaml.tree(patch.get("patch").asText());
        if (!patch.has("target")) {
            if (!what.path("$patch").asText().equals("delete")) throw new IllegalArgumentException(what.toString());
            objects.removeIf(object -> Yaml.type(object).equals(Yaml.type(what))
                    && Yaml.name(object).equals(Yaml.name(what)));
            return;
        }
        var target = patch.get("target");
        var matching = IntStream.range(0, objects.size())
                .filter(i -> matches(target, objects.get(i)))
                .toArray();
        if (matching.length == 0) throw new IllegalArgumentException("nothing to patch: " + target);
        for (int i : matching) objects.set(i, (ObjectNode) JsonPatch.apply(what, objects.get(i)));
    }

    private static boolean matches(JsonNode target, ObjectNode object) {
        var group = object.get("apiVersion").asText().replaceFirst("/?[^/]*$", "");
        return target.get("kind").equals(object.get("kind"))
                && (!target.has("group") || target.get("group").asText().equals(group))
                && Yaml.name(object).matches(target.get("name").asText());
    }

    private void space(String namespace) {
        for (var object : objects)
            if (!Yaml.type(object).equals("v1/Namespace"))
                object.withObject("/metadata").put("namespace", namespace);
    }

    private void label(JsonNode label) {
        for (var object : objects) {
            add(label, object.withObject("/metadata"));
            boolean hasTemplate = object.at("/spec/template").isObject();
            boolean isKnative = Yaml.type(object).equals("serving.knative.dev/v1/Service");
            if (hasTemplate
                    && (isKnative
                            ? label.has("fields")
                            : label.path("includeTemplates").asBoolean()))
                add(label, object.withObject("/spec/template/metadata"));
        }
    }

    private static void add(JsonNode label, ObjectNode metadata) {
        label.get("pairs")
                .properties()
                .forEach(pair -> metadata.withObject("/labels").set(pair.getKey(), pair.getValue()));
    }

    private void image(JsonNode image) {
        for (var object : objects)
            for (var container : object.at("/spec/template/spec/containers"))
                if (container.path("image").asText().equals(image.get("name").asText()))
                    ((ObjectNode) container)
                            .put(
                                    "image",
                                    image.get("newName").asText() + ":"
                                            + image.get("newTag").asText());
    }

    private void replace(JsonNode replacement) {
        var source = replacement.get("source");
        var field = source.get("fieldPath").asText();
        if (!field.startsWith("metadata.labels.[")) throw new IllegalArgumentException(field);
        var value = the(source.get("kind").asText(), source.get("name").asText())
                .at("/metadata/labels")
                .get(field.substring(field.indexOf('[') + 1, field.length() - 1));
        for (var target : replacement.get("targets")) {
            var metadata = the(
                            target.at("/select/kind").asText(),
                            target.at("/select/name").asText())
                    .withObject("/metadata");
            var parts = metadata.get("name")
                    .asText()
                    .split("\\" + target.at("/options/delimiter").asText());
            parts[target.at("/options/index").asInt()] = value.asText();
            metadata.set(
                    "name", JsonNodeFactory.instance.textNode(Stream.of(parts).collect(joining("."))));
        }
    }

    private ObjectNode the(String kind, String name) {
        return objects.stream()
                .filter(object -> object.get("kind").asText().equals(kind)
                        && Yaml.name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + kind + " " + name));
    }
}

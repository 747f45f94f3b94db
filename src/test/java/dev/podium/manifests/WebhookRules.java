package dev.podium.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Knative's admission webhook (Serving 1.23, features as installed) refuses of a Service though its schema takes it.
 * Each rule is a sentence; {@link ManifestsTest} has a broken copy for each.
 */
final class WebhookRules {
    private static final String SCALING = "autoscaling.knative.dev/";
    private static final String SECONDS = "([0-9]+(h|m|s|ms))+";
    private static final Map<String, String> ANNOTATIONS = Map.ofEntries(
            Map.entry("class", "(kpa|hpa)\\.autoscaling\\.knative\\.dev"),
            Map.entry("metric", "concurrency|rps|cpu|memory"),
            Map.entry("target", "[0-9]+(\\.[0-9]+)?"),
            Map.entry("target-utilization-percentage", "(100|[1-9][0-9]?)(\\.[0-9]+)?"),
            Map.entry("min-scale", "[0-9]+"),
            Map.entry("max-scale", "[0-9]+"),
            Map.entry("initial-scale", "[1-9][0-9]*"),
            Map.entry("activation-scale", "[2-9]|[1-9][0-9]+"),
            Map.entry("window", SECONDS),
            Map.entry("scale-down-delay", SECONDS),
            Map.entry("scale-to-zero-pod-retention-period", SECONDS),
            Map.entry("target-burst-capacity", "-1|[0-9]+"),
            Map.entry("panic-window-percentage", "[0-9]+(\\.[0-9]+)?"),
            Map.entry("panic-threshold-percentage", "[0-9]+(\\.[0-9]+)?"));
    private static final Set<String> NOT_OF_A_POD = Set.of(
            "affinity",
            "nodeSelector",
            "tolerations",
            "topologySpreadConstraints",
            "hostAliases",
            "runtimeClassName",
            "securityContext",
            "priorityClassName",
            "schedulerName",
            "initContainers",
            "dnsPolicy",
            "dnsConfig",
            "shareProcessNamespace",
            "hostIPC",
            "hostPID",
            "hostNetwork",
            "terminationGracePeriodSeconds");
    private static final Set<String> VOLUMES = Set.of("name", "configMap", "secret", "projected", "emptyDir");
    private static final Set<Integer> TAKEN = Set.of(8008, 8012, 8013, 8022, 9090, 9091);
    private static final Set<String> RESERVED = Set.of("PORT", "K_SERVICE", "K_CONFIGURATION", "K_REVISION");

    private final List<String> broken = new ArrayList<>();

    private WebhookRules() {}

    /** The sentences of the rules that a Service breaks. */
    static List<String> broken(JsonNode service) {
        var rules = new WebhookRules();
        rules.unless(
                names(service.at("/metadata/annotations")).stream().noneMatch(name -> name.startsWith(SCALING)),
                "scaling is annotated on the template, not on the Service");
        rules.annotations(service.at("/spec/template/metadata/annotations"));
        rules.pod(service.at("/spec/template/spec"));
        return List.copyOf(rules.broken);
    }

    private void annotations(JsonNode annotations) {
        annotations.properties().forEach(annotation -> {
            unless(annotation.getValue().isTextual(), "an annotation is a text");
            if (!annotation.getKey().startsWith(SCALING)) return;
            var form = ANNOTATIONS.get(annotation.getKey().substring(SCALING.length()));
            unless(form != null, "the scaler knows each of its annotations");
            unless(
                    form == null || annotation.getValue().asText().matches(form),
                    "an annotation of the scaler has its form");
        });
    }

    private void pod(JsonNode pod) {
        within(pod, "timeoutSeconds", 600, "a request lasts ten minutes at most");
        within(pod, "containerConcurrency", 1000, "a container has at most a thousand slots");
        unless(!pod.path("automountServiceAccountToken").asBoolean(false), "no token of the cluster is mounted");
        unless(names(pod).stream().noneMatch(NOT_OF_A_POD::contains), "where and how a pod runs is the cluster's");
        for (var volume : pod.path("volumes")) unless(VOLUMES.containsAll(names(volume)), "a volume is no disk");
        var containers = pod.path("containers");
        unless(!containers.isEmpty(), "there is a container");
        containers.forEach(this::container);
    }

    private void container(JsonNode container) {
        unless(container.has("image"), "a container has an image");
        unless(!container.path("name").asText().equals("queue-proxy"), "queue-proxy is Knative's name");
        unless(!container.has("lifecycle"), "a container has no hooks");
        unless(container.path("ports").size() <= 1, "there is one port");
        for (var port : container.path("ports")) {
            unless(Set.of("", "h2c", "http1").contains(port.path("name").asText()), "a port is http1 or h2c");
            unless(Set.of("", "TCP").contains(port.path("protocol").asText()), "a port is TCP");
            unless(!TAKEN.contains(port.path("containerPort").asInt()), "a port is not one of Knative's own");
        }
        for (var variable : container.path("env")) {
            unless(!RESERVED.contains(variable.path("name").asText()), "a variable has no name of Knative's");
            unless(
                    Set.of("configMapKeyRef", "secretKeyRef").containsAll(names(variable.path("valueFrom"))),
                    "a variable comes from a ConfigMap or a Secret");
        }
        var security = container.path("securityContext");
        unless(
                security.at("/capabilities/add").isMissingNode()
                        && !security.has("seLinuxOptions")
                        && !security.has("procMount"),
                "a container gets no more rights");
        var probe = container.path("readinessProbe");
        unless(
                !probe.has("periodSeconds")
                        || probe.get("periodSeconds").asInt() > 0
                        || probe.path("failureThreshold").asInt() == 0
                                && probe.path("timeoutSeconds").asInt() == 0,
                "a probe without a period has neither a threshold nor a timeout");
    }

    private void within(JsonNode pod, String field, int most, String rule) {
        unless(!pod.has(field) || pod.get(field).asInt() >= 0 && pod.get(field).asInt() <= most, rule);
    }

    private void unless(boolean kept, String rule) {
        if (!kept) broken.add(rule);
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
